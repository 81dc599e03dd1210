"""Codes for what makes a page hard to use, and for what should not be on one."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

TEXT_RULES = (
    Rule(
        "link-text-vague",
        Severity.WARNING,
        "A link says nothing of where it leads.",
        "make the words of the link name what it leads to: [the annual report](...)",
        "People who hear a page read out often go from link to link.",
        wrong="## 1. Trees\n\nTo read the survey [click here](https://example.org/survey).\n",
        right="## 1. Trees\n\nRead [the tree survey](https://example.org/survey).\n",
    ),
    Rule(
        "picture-without-description",
        Severity.WARNING,
        "A picture has no description.",
        "say what it shows between the brackets: ![Map of the new path](path.png)",
        "People who cannot see the picture are told its description.",
        wrong="## 1. Path\n\n![](https://example.org/path.png)\n",
        right="## 1. Path\n\n![Map of the new path](https://example.org/path.png)\n",
    ),
    Rule(
        "table-without-headings",
        Severity.WARNING,
        "The columns of a table have no headings.",
        "write a heading over each column in the first row",
        "People who hear a table read out are told the heading with each number.",
        wrong="## 1. Budget\n\n|  |  |\n|---|---|\n| Trees | 200 |\n",
        right="## 1. Budget\n\n| Purpose | Pounds |\n|---|---|\n| Trees | 200 |\n",
    ),
    Rule(
        "table-unread",
        Severity.WARNING,
        "Lines look like a table and are not one. They are shown as plain words with strokes.",
        "under the line that names the columns write a line such as |---|---|",
        wrong="## 1. Budget\n\n| Purpose | Pounds |\n| Trees | 200 |\n",
        right="## 1. Budget\n\n| Purpose | Pounds |\n|---|---|\n| Trees | 200 |\n",
    ),
    Rule(
        "heading-unread",
        Severity.WARNING,
        'A line begins with "#" and is no heading, for want of a space.',
        'write a space behind the last "#": ## 2. Trees',
        "It is shown as plain words, and what follows belongs to the item before it.",
        wrong="## 1. Trees\n\nTwo were planted.\n\n##2. Bins\n\nThey were emptied.\n",
        right="## 1. Trees\n\nTwo were planted.\n\n## 2. Bins\n\nThey were emptied.\n",
    ),
    Rule(
        "versions-unsettled",
        Severity.ERROR,
        "Two people changed the same lines, and both versions stand in the file.",
        "keep the words that are right, and delete the other version and the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>",
        wrong="## 1. Trees\n\n<<<<<<< main\nTwo were planted.\n=======\nThree were planted.\n"
        ">>>>>>> trees\n",
        right="## 1. Trees\n\nThree were planted.\n",
    ),
    Rule(
        "heading-level-skipped",
        Severity.HINT,
        "A heading stands more than one level below the heading before it.",
        'use one more "#" than the heading above has, and no more',
        wrong="# Planning Committee\n\n#### 1. Trees\n\nTwo were planted.\n\n"
        "# 2. Bins\n\nThey were emptied.\n",
        right="# Planning Committee\n\n## 1. Trees\n\nTwo were planted.\n",
    ),
    Rule(
        "personal-email",
        Severity.WARNING,
        "An e-mail address stands here that looks like a private person's.",
        "leave it out, unless its owner wants it to be public",
        "Minutes are copied and searched for years. The address is not repeated in this message.",
        wrong="## 1. Trees\n\nOffers of help to jo.smith1975@gmail.com please.\n",
        right="## 1. Trees\n\nOffers of help to clerk@example.gov.uk please.\n",
    ),
    Rule(
        "personal-telephone",
        Severity.WARNING,
        "A telephone number stands here that looks like a private person's.",
        "leave it out, unless its owner wants it to be public",
        "Minutes are copied and searched for years. The number is not repeated in this message.",
        wrong="## 1. Trees\n\nMrs Smith has offered to help and can be rung on 07700 900123.\n",
        right="## 1. Trees\n\nMrs Smith has offered to help.\n",
    ),
    Rule(
        "personal-address",
        Severity.WARNING,
        "A private person's name stands beside a postcode.",
        "leave the name or the postcode out, unless the law asks for both",
        "A name with a postcode tells where somebody lives. Neither is repeated in this message.",
        wrong="## 1. Trees\n\nMrs Jo Smith of 3 Mill Lane, PE99 9ZZ, asked for a tree.\n",
        right="## 1. Trees\n\nA resident of Mill Lane asked for a tree.\n",
    ),
)
