"""One build, from content/ to public/.

Where nothing changed since the last build, this says so and loads little else. Otherwise
`making.py` has the order of work.
"""

import sqlite3
from dataclasses import replace

from site_gen.archive.state_file import open_state
from site_gen.publish.inputs import Inputs, read_inputs
from site_gen.publish.keys import code_key, digest, folder_contents
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.progress import Progress, Stages
from site_gen.publish.report import STATE, BuildOptions, Built
from site_gen.publish.site_state import SiteState
from site_gen.site.theme_folders import theme_folders


def build_site(options: BuildOptions, progress: Progress) -> Built:
    """Build the site whole; what did not change is neither made again nor written.

    Raises OutputRefusedError where the output folder cannot be used. Problems of content are in
    the report, and everything that they leave untouched is built.
    """
    stages = Stages(progress)
    output = OutputFolder(options.output)
    output.prepare()
    with one_at_a_time((options.root / STATE).parent, progress.waiting):
        try:
            return _build(options, output, stages)
        except sqlite3.OperationalError:
            raise  # of the disk: it is full, or may not be written to
        except sqlite3.DatabaseError:
            (options.root / STATE).unlink(missing_ok=True)  # broken in the middle: made again
            return _build(options, output, stages)


def _build(options: BuildOptions, output: OutputFolder, stages: Stages) -> Built:
    stages.begin("Reading")
    state = open_state(options.root / STATE, code_key())
    try:
        inputs = read_inputs(options.root, state)
        key = _inputs_key(options, inputs)
        site = SiteState.read(state)
        if (
            not options.is_watched
            and site.finished is not None
            and site.finished.inputs_key == key
            and _is_whole(site, output)
        ):
            built = Built(replace(site.finished.report, changed=0, removed=0))
        else:
            # What makes pages takes longer to load than to find that nothing changed.
            from site_gen.publish.making import Work, make_site  # noqa: PLC0415

            built = make_site(Work(options, inputs, key, site, output, stages))
        return replace(
            built, report=replace(built.report, seconds=stages.end(), worked=stages.worked)
        )
    finally:
        state.close()


def _is_whole(site: SiteState, output: OutputFolder) -> bool:
    """Whether the output folder holds what the last build left there, and nothing else."""
    return not site.touched(output.folder) and output.has_only(site.outputs)


def _inputs_key(options: BuildOptions, inputs: Inputs) -> bytes:
    """Of all that this build is made from."""
    return digest(
        code_key(),
        inputs.key,
        options.address.encode(),
        _previous_key(options),
        str(options.output.resolve()).encode(),
        *folder_contents(*theme_folders(options.root)),
    )


def _previous_key(options: BuildOptions) -> bytes:
    if options.previous is None:
        return b""
    try:
        return digest(str(options.previous).encode(), options.previous.read_bytes())
    except OSError as error:
        return digest(b"error", str(error.errno).encode())
