"""Words that stand before names, and words that make an office or no name at all."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Each group is one way of addressing somebody. A civil title never stands for a councillor's: the
# "Mr Patel" who asks from the gallery need not be Councillor Patel.
COUNCILLOR_TITLES = (
    "Councillor", "Councilor", "Cllr", "Cllrs", "Cllor", "Clr", "Cncllr", "Coun", "Councillors",
    "Councilors", "Councilman", "Councilwoman", "Councilmember", "Councilmembers", "Council Member",
    "Council Members", "Comhairleoir", "Comhairleoirí", "Cmhlr", "Cmhlrs", "Cynghorydd",
    "Cynghorwyr", "Cyng", "Alderman", "Aldermen", "Alderwoman", "Ald", "Commissioner",
    "Commissioners", "Trustee", "Trustees", "Supervisor", "Bailie",
    "Selectman", "Deputy", "Member", "Members",
)  # fmt: skip
COUNCIL_TIERS = (
    "County", "Borough", "District", "City", "Town", "Parish", "Community", "Unitary", "Ward",
    "Regional", "Vice",
)  # fmt: skip
MALE_TITLES = ("Mr", "Messrs", "Sir", "Lord", "Fr", "Father", "Uasal", "Br")
FEMALE_TITLES = (
    "M/s",
    "Mrs",
    "Ms",
    "Miss",
    "Mesdames",
    "Mdm",
    "Madam",
    "Dame",
    "Lady",
    "Sr",
    "Sister",
    "Baroness",
)
NEUTRAL_TITLES = (
    "Mx", "Dr", "Drs", "Doctor", "Prof", "Professor", "Rev", "Revd", "Reverend", "Canon", "Rabbi",
    "Imam", "Archdeacon", "Bishop", "Archbishop", "Judge", "Justice", "Hon", "The Hon", "Rt Hon",
    "Senator", "Capt", "Captain", "Major", "Col", "Colonel", "Lt", "Cdr", "Sgt", "Sergeant",
    "PC", "WPC", "DC", "PCSO", "Insp", "Inspector", "Chief Inspector", "Supt", "Superintendent",
    "Chief Superintendent", "Garda", "Constable", "Chief Constable",
)  # fmt: skip
# Offices that are also said before a name: "Mayor J. Morgan", "Chair Reid".
OFFICE_TITLES = (
    "Mayor", "Lord Mayor", "Deputy Mayor", "Deputy Lord Mayor", "City Mayor", "Deputy City Mayor",
    "Assistant City Mayor", "Cathaoirleach", "An Cathaoirleach", "Leas-Chathaoirleach",
    "Leas Chathaoirleach", "Chair", "Chairman", "Chairwoman", "Chairperson", "Vice Chair",
    "Vice-Chair", "Vice Chairman", "Vice-Chairman", "Vice Chairperson", "Vice-Chairperson",
    "Deputy Chair", "Deputy Chairman", "Deputy Chairperson",
    "President", "Vice President", "Vice-President", "Board President",
    "Secretary", "Treasurer",
    "Secretary/Treasurer", "Secretary/ Treasurer", "Clerk", "Reeve", "Warden", "Provost",
    "Lord Provost", "Convener", "Speaker", "Leader", "Deputy Leader", "Port Manager",
    "City Manager", "Town Manager", "Moderator",
)  # fmt: skip

# A phrase with one of these in it is an office: "A/Director, Support Services", "the Town Clerk".
OFFICE_NOUNS = _set(
    """
    accountant administrator adviser advisor ambassador architect arweinydd assistant attorney
    auditor cadeirydd cathaoirleach chair chairman chairperson chairs chairwoman champion chief
    clerc clerk co-ordinator commandant commissioner comptroller consultant controller convener
    convenor coordinator coroner councillor counsel counsellor curator custodian delegate deputy
    director ecologist economist editor engineer examiner executive facilitator governor head
    headteacher historian holder inspector inspectorate instructor lawyer lead leader
    leas-chathaoirleach librarian maer manager marshal mayor member minister moderator monitor
    observer officer ombudsman operative organiser organizer owner planner president principal
    provost ranger recorder rector reeve registrar rep reporter representative returning
    scrutineer secretary sergeant sheriff solicitor speaker specialist spokesman spokesperson
    spokeswoman steward superintendent supervisor surveyor teacher technician technologist
    treasurer trustee vice-chair vice-chairman vice-president volunteer warden
    """
)

# Capitalised words of minutes that are never part of a person's name.
NOT_NAMES = _set(
    """
    a absent abstain abstained abstention abstentions acting action adjournment adult adults
    against agenda agreed all also although an and annual any apologies are as assistant
    association at ayes be board borough but by cabinet carried children circulated comment
    care communities families help inclusion learning neighbourhoods partnerships people prevention
    protection skills transportation
    comments commission committee community consent copy corporate correspondence council
    councillors county cultural culture date dear december decision declaration declarations
    delivery department design development discussion district division divisional draft each
    economic education environment executive february finance following for forum from full
    general group having he health held here heritage his housing however human i if in
    information interests into is it item items january july last likewise lost meeting meetings
    members minute minutes monthly motion motions moved municipal nays neighbourhood network
    next no nobody noes none not note noted notice november october of officers officials on one
    operations or other our panel parish passed physical planning police policy present
    principal property proposal proposed public question questions received recommendation
    recommended recorded regarding regional reply report reports resolution resolved resources
    response roads saturday schedule seconded section sectoral senior september service services
    she similarly social society some special standing strategic subject support team that the
    their them then there these they this those thursday to tourism transport trust tuesday two
    unanimous unanimously under update various vote votes was we wednesday were what when where
    which while whilst who with withdrawn yeas yes you your
    """
)

# These are names too, though not alone: "Mr Page", "April Example", not "March" or "Town Road".
ORDINARY_WORDS = _set(
    """
    april area august autumn bank bill bins bridge budget bus cemetery centre church city close
    club common cost dog east fence field football friday fund garden gate grant green hall
    hedge hill house june lane late light lighting lights litter main march may monday north
    order page park parking part path plan play playing project rates road safety scheme school
    sign signs south spring street summer sunday tax town traffic village waste water west
    winter works
    """
)

# Joins the parts of a family name and is written small, or stands before it.
PARTICLES = _set(
    """
    ab af al ap av bin binti da das de del della den der di dos du e el ferch ibn la le mac mc
    nic ní o st ten ter uí van von y ó
    """
)

# After a name and no part of it.
LETTERS_AFTER = _set(
    """
    bem cbe cc dl esq frs ii iii jnr jp jr kbe kc mbe mep mp mpp ms obe phd qc snr sr td
    """
)

# No office has one of these in it: "The officer said that ..." is a sentence.
VERBS = _set(
    """
    advised agreed are asked be been can closed concluded confirmed could declared did do does
    explained expressed gave had has have informed is moved noted outlined proposed read
    referred replied requested resolved responded said seconded stated thanked that was welcomed
    were will would
    """
)

# Behind "Mr" or "Madam" these address an office: "Mr Chairman". Other offices are names there.
FORMS_OF_ADDRESS = _set(
    """
    chair chairman chairperson chairwoman clerk convener convenor leader mayor moderator
    president secretary speaker treasurer
    """
)

# An item and no office, when "of" follows or one is the last word: "Election of Chairman",
# "Chairman's Report".
ITEM_WORDS = _set(
    """
    adoption agenda amendment announcements apologies appointment approval authorisation
    authorization co-option comments confirmation consideration correspondence declaration
    declarations designation discussion election establishment formation item letter matters
    minutes motion nomination nominations presentation question questions reappointment remarks
    removal report reports resignation resolution retirement review role statement thanks update
    vacancy vote welcome
    """
)
# No office begins with one of these.
NOT_OFFICES = _set(
    """
    action after all amendment answer any as at before both during each every following if in item
    minute motion neither no none on question questions reply resolution response some
    supplementary that these this those to when while with
    """
)
