"""Sentences with places for words. The small words of English stand here; the rest is drawn.

Places: {n} thing, {s} things, {v} done, {g} doing, {i} do, {a} what kind, {p} ward, {y} year,
{x} coming year, {m} sum, {c} count, {r} percentage, {d} coming date, {e} past date, {f} reference,
{l} member, {o} office. "a" stands before no place: the word might need "an".
No sentence outside its own kind opens a record ("asked", "replied", "moved" stand nowhere here).
"""

DISCUSSION = (
    "The report set out how the {n} in {p} had been {v} since {y}.",
    "{l} spoke about the {n} and the {s} that had been {v} in {p}.",
    "{l} welcomed the {n}, and thought that the {a} {s} should be {v} before the {n} was {v}.",
    "The {o} explained that {c} {s} had been {v}, compared with {c} in {y}.",
    "There were {a} {s} in {p}, where {r} of the {s} had not yet been {v}.",
    "It was important to {i} the {n} so that {s} and {s} could be {v} together.",
    "The {n} had cost {m} in {y}, against a budget of {m}, because of {a} {s}.",
    "Work on the {n} would begin on {d} and would take {c} days.",
    "{l} was concerned that {g} the {n} would leave {s} without their {n}.",
    "Members discussed the {n}, the {a} {n} and the effect of both on {s}.",
    "The {s} were {v} by the {o}, who described the {n} as {a}.",
    "Some {s} had been {v} twice, while others in {p} were still to be {v}.",
    "Since the {n} was {v}, the number of {s} had fallen from {c} to {c}.",
    "The {o} reported that the {n} had been {v} and that {g} the {s} was in hand.",
    "A {r} rise in {s} was expected, mostly because the {n} was no longer {v}.",
    "The {n} at {p} (reference {f}) was one example of the {a} {n}.",
    "Those present were shown plans of the {n} and lists of {s}.",
    "It was hoped that the {a} {s} would {i} the {n} within {c} weeks.",
    "{l} spoke of {s} in {p} that were {a} and {a}, and had a future of their own.",
    "No {n} had been found for the {s}, and the {n} was therefore {a}.",
    "The {s} would be {v} again in {x}, when the {n} and its {s} were known.",
    "{g} the {n} had brought {m} from the {a} {n}, which would be spent on {s}.",
    "Where the {n} was {a}, the {s} were {v} first and the {s} later.",
    "Letters had gone to {c} {s}, and {r} of those {v} were {a} or {a}.",
    "{p} and {p} had different {s}, which made the {n} hard to {i}.",
    "The {n} was not the same as the {n}, {l} pointed out, and the {s} had been {v} as one.",
    "The {o} described the {a} {s} that would {i} the {n}, the {n} and the {n}.",
    "Nothing had been heard from the {n}, although {s} had been {v} on {e}.",
    "Visits to {c} {s} in {p} had shown that the {n} was {a} and the {n} {a}.",
    "The {n} depended on {s}, and on whether the {n} in {p} could be {v}.",
)

ROUTINE = (
    "The Chair welcomed everybody to the meeting and explained how the {n} would be {v}.",
    "Those present were reminded of the {s} and of the {a} {n}.",
    "The {n} of the meeting would be {v} and the {s} would be found on the website.",
    "There was no other business, although {l} drew attention to the {n} in {p}.",
    "The next meeting would take place on {d}, when the {n} would be {v}.",
    "The Chair thanked the {o} and the {s} for the {a} {n}.",
)

QUESTION = (
    "How many {s} have been {v} in {p} since {y}, and how many of them were {a}?",
    "What is the Council doing to {i} the {n} and the {s} in {p}?",
    "Will the {n} be {v} before the {a} {n} is {v}?",
    "Why did the {n} cost {m}, when the {s} were {v} for {m} in {y}?",
    "I understand that {r} of {s} are {a}, and that the {n} has not been {v}.",
    "Residents of {p} have waited {c} days for the {n} to be {v}.",
    "Can the Council say when the {s} will be {v} and who will {i} them?",
    "The {n} near my home is {a}, and the {s} around it have never been {v}.",
    "What {s} are there for {a} {s} who cannot {i} the {n}?",
    "Who has {v} the {s} in {p}, and at what cost to the {n}?",
    "Is it still the case that {s} are {v} without any {n}, even when they are {a}?",
    "Has the {n} (reference {f}) been {v}, and if not, which {s} stand in the way?",
)

RESPONSE = (
    "The {n} was {v} in {y}, and {c} {s} have been {v} since then.",
    "Of the {s} in {p}, {r} are {a} and the rest are being {v}.",
    "We expect to {i} the {n} by {d}, at a cost of {m}.",
    "The Council has {v} the {s} and is {g} the {a} {n}.",
    "There were {c} {s} in {y} and {c} in the year before, which is a fall of {r}.",
    "The {s} that you describe are part of the {a} {n}, and each {n} is {v} every month.",
    "Anybody who needs one {n} or another can find the {s} at the library in {p}.",
    "The {n} has a budget of {m}, and {s} are {v} from it as they arise.",
    "This is one {a} {n} of many, and it would not be right to {i} the {s} before the {n} is {v}.",
    "Our {s} work with the {n} so that {a} {s} are {v} within {c} days.",
    "The {n} (reference {f}) is with the {a} {n}, and {g} it will take {c} weeks.",
    "We do not {i} {s} where the {n} is {a}, because the {s} would then be {v} elsewhere.",
    "Since {y} the {n} has had {c} {s}, of which {c} were {a} and {c} were {v}.",
    "Both the {n} and the {n} are {v} by {a} {s}, as the law requires.",
    "A list of the {s} in {p} is on the website, with the {n} and the {n} of each.",
    "Each {n} is {v} by two {s}, and the {s} are {v} once a year.",
)

# Said after "that": "RESOLVED that ...", "a) That ..."
RESOLUTION = (
    "the {n} for {p} be {v} and the {s} be {v} by {d}",
    "officers be instructed to {i} the {n} and the {a} {s}",
    "{m} be set aside from the {n} for {s} in {x}",
    "the {a} {n} (reference {f}) be {v}, subject to the {s} being {v}",
    "the {s} be {v} at no more than {m} and the {n} be {v} each year",
    "the {o} be authorised to {i} the {n}, once the {s} in {p} are {v}",
    "a further report on the {n} be brought to the meeting on {d}",
    "the {n} be {v} for {c} days from {d}, and {s} be informed",
)

# What a list in a report holds; typed with a bullet.
POINT = (
    "{c} {s} had been {v} since {y}.",
    "The {n} was {a}, and {r} of {s} were {v}.",
    "{s} in {p} would be {v} by {d}.",
    "The {n} had brought {m} for {a} {s}.",
)
