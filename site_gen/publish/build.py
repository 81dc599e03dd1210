"""One build, from content/ to public/.

Where nothing changed since the last build, this says so and loads little else. Otherwise
`making.py` has the order of work.
"""

import os
from collections.abc import Callable
from contextlib import closing, nullcontext
from functools import cache
from pathlib import Path

from site_gen.archive.state_file import open_state, open_state_readonly, with_sound_state
from site_gen.publish.beside import Beside
from site_gen.publish.inputs import Inputs, read_inputs
from site_gen.publish.keys import code_key, digest, folder_contents
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.output_folder import OutputFolder, OutputRefusedError
from site_gen.publish.output_found import OutputFound, look_into
from site_gen.publish.own_state import STATE, is_in_repository
from site_gen.publish.progress import Progress, Stages
from site_gen.publish.report import BuildOptions, Built
from site_gen.publish.second_process import prepare, second_process
from site_gen.publish.site_state import SiteState
from site_gen.search.kept import IN_INDEX
from site_gen.site.theme_folders import theme_folders
from site_gen.text.values import replace

# Of the archive, where no site may be built.
OWN_FOLDERS = ("content", "templates", "static", ".git", STATE.parts[0])


def build_site(options: BuildOptions, progress: Progress, beside: Beside | None = None) -> Built:
    """Build the site whole; what did not change is neither made again nor written.

    `beside` helps; where there is none, one is begun for as long as this takes when the archive is
    large. Raises OutputRefusedError where the output folder cannot be used.
    Problems of content are in the report, and everything that they leave untouched is built.
    """
    stages = Stages(progress)
    if is_in_repository(options.root):
        raise OutputRefusedError(
            f"{STATE.parts[0]} is among the files of the repository; what lies there runs as a "
            f"part of the program. Take it out with `git rm -r {STATE.parts[0]}`"
        )
    output = OutputFolder(options.output)
    output.keep_apart(*(options.root / name for name in OWN_FOLDERS))
    output.prepare()
    with (
        nullcontext(beside) if beside else second_process(options.root, options.workers) as helping,
        one_at_a_time((options.root / STATE).parent, progress.waiting),
    ):
        return with_sound_state(
            options.root / STATE, lambda: _build(options, output, stages, helping)
        )


def _build(
    options: BuildOptions, output: OutputFolder, stages: Stages, helping: Beside | None
) -> Built:
    stages.begin("Reading")
    with closing(open_state(options.root / STATE, code_key())) as state:
        if helping is not None:
            stages.beside = lambda: helping.worked
        site = SiteState.read(state)
        look = _looking(options, site, helping)
        if helping is not None and not options.is_watched:  # a preview's has it from the last time
            helping.ask(prepare, options.root / STATE)  # it waits until we know what changed
        inputs = read_inputs(options.root, state)
        theme = digest(*folder_contents(*theme_folders(options.root)))
        key = _inputs_key(options, inputs, theme)
        last = None if options.is_watched else site.finished
        if last is not None and last.inputs_key == key and look().is_whole:
            built = Built(replace(last.report, changed=0, removed=0))
        else:
            # What makes pages takes longer to load than to find that nothing changed.
            from site_gen.publish.making import Work, make_site  # noqa: PLC0415

            built = make_site(
                Work(options, inputs, key, theme, site, output, stages, look, helping)
            )
        return replace(
            built, report=replace(built.report, seconds=stages.end(), worked=stages.worked)
        )


def _looking(
    options: BuildOptions, site: SiteState, helping: Beside | None
) -> Callable[[], OutputFound]:
    """Looks into the output folder, once; another process does the half with most files."""
    if helping is None:
        return cache(lambda: look_into(options.output, site.folders))
    most = helping.ask(_look_beside, options.root / STATE, options.output)
    return cache(lambda: look_into(options.output, site.folders, without=IN_INDEX) | most.get())


def _look_beside(state: Path, output: Path) -> OutputFound:
    with closing(open_state_readonly(state)) as connection:
        left = SiteState.read(connection).folders_within(IN_INDEX)
        return look_into(output, left, within=IN_INDEX)


def _inputs_key(options: BuildOptions, inputs: Inputs, theme: bytes) -> bytes:
    """Of all that this build is made from."""
    return digest(
        code_key(),
        inputs.key,
        options.address.encode(),
        _previous_key(options),
        os.fsencode(options.output.resolve()),
        theme,
    )


def _previous_key(options: BuildOptions) -> bytes:
    if options.previous is None:
        return b""
    try:
        return digest(os.fsencode(options.previous), options.previous.read_bytes())
    except OSError as error:
        return digest(b"error", str(error.errno).encode())
