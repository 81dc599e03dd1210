"""Names that are ordinary words of English minutes as well, and words that tell which is meant.

Alone, without a title or another name, such a name is taken for the word: "Green spaces" is no
mention of Mr Green.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORDINARY_NAMES = _set(
    """
    abbey abbot april archer art august autumn baker ball bank banks bar barber barker barn baron
    barrow batten bay bean beard bell bench berry best bill bird bishop black blue board bob bolt
    bond book boot bow bowman box boys brand bridge bridges bright broad brook brooks broom brown
    buck bull burn bush butcher butler butter camp cannon canon carpenter carr cart carter case
    cash castle chain chamber chambers chance chandler chapel chaplin chapman chase child childs
    christian chuck church city clay clerk close coal coin cole college cook cooper copper corn
    cotton couch coward cox craft crane cross crow crown cruise cubs curry dale dance daniel dawn
    day dean deed dew diamond dollar down drake draper drew driver duck duke dune dyer eagle earl
    east easter ends english eve fair faith faithful fall farm farmer father fell fence ferry
    field fields finch fish fisher flag fleet fletcher flint flood flower flowers fold force ford
    foreman forest forward fountain fowler fox france frank freeman french friend frost fuller
    furnish gale gallery garden gardener gardner garland gate gates gay gene gift gill ginger
    glass glove gold golden good goodman grace grand grant grass grave graves gray grazier green
    grey grove guest guy hall ham hammer hand hands hardy hare harper harvest hawk hay hazel head
    heard heart heath heather hedge hedges herd heron hide high hill hills hitch hogg holiday
    holly home honour hood hook hope horn horne horse house houses hunt hunter hurst inch iris ivy
    jack jasmine jewel jolly joy joyner judge june jury justice keep ken key keys kind king kirk
    kitchen knight lake lamb lance land lane large lark law lawn lawyer leach lead leader leaf lee
    legal light lily little lloyd lock lodge long lord lot love low major man manners march mark
    marks marsh marshal marshall mason masters max may mead meadow meadows means meek melody
    mercer merchant mercy merry mike mile miles mill miller mills miner minor mint moon moor moore
    moral more moss mould mount must nail neal neat new newman nice nick night noble noon norm
    north nurse oak oakes olive orchard order organ outlaw owen page pain painter palm palmer
    paper pardon parish park parker parks parson parsons part pass pat patch patience pay payne
    peace peach peacock pearl peg pen penny people pepper perry phone pike pilgrim pill pine piper
    pit pitt place plain plane plant plum point pole pond pool poole poor pope poppy porter post
    pot potter pound powder power pratt prayer press price pride priest prime prince prior proctor
    profit prosper provost pump purchase quick quill rain ram ranger rank ray read reader reed
    reeve reeves regal rich ride ring rise rivers road rob robin rock rod roll roman root roots
    rope rose rough round rowan royal ruby rudd rule rush rusty sage sales salt sand sands sandy
    saunders savage save sawyer say school sea seal seat self service setter shaw sheep shepherd
    ship shore short show silver singer skill skinner sky slater small smart snow south spark
    sparks speaker speed spence spencer spicer spring sprout square stables staff stamp stand star
    steel step steward stock stone stones storey story strange stream street strong style sue
    sugar summer summers sun swan sweet swift table tailor tanner taylor ted tell temple term
    thorn thorne tiler till tiller tim todd toll tom tony tower town travel travers tree trees
    trim trinity trout true tuck tucker turner tyler underwood usher vale van vane vicar victor
    viola violet wade waite walk walker wall waller walls want ward warden wards warm warman waste
    waters watt watts way weaver weir well weller wells west wheat wheel wheeler whip white
    whitehouse wick wild wilde will win wind winder wing winter winters wise wolf wood woodland
    woodman woods wool workman worth wren wright yard yates yeoman york young
    """
)

# What follows a family name in the name of a street, building or firm.
PLACE_WORDS = _set(
    """
    academy arms avenue barn bay bridge brook building buildings business centre chapel church
    close college common corner cottage cottages court crescent crossing cycleway drive estate
    farm fields foundation garden gardens gate green grove hall heath hill hospital house
    industrial inn junction junior lane library limited lock lodge ltd mall manor market meadow
    meadows memorial mews mill nursery parade park passage path pavilion place plaza pool primary
    quay reservoir rise road roundabout row school schools secondary site square station stream
    street surgery terrace trail trust viaduct view village walk ward way wharf wood woods works
    yard
    """
)

# After a bare name these show that a person is meant.
SPEECH = _set(
    """
    added advised agreed answered asked asks commented complained confirmed enquired explained
    felt inquired listed lives mentioned noted objected opposed presented put queried questioned
    raised read referred replied requested responded said says spoke stated submitted suggested
    supported thanked told urged welcomed wished wondered wrote
    """
)
