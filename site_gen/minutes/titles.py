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
    "Deputy Chair", "President", "Vice President", "Vice-President", "Board President",
    "Secretary", "Treasurer",
    "Secretary/Treasurer", "Secretary/ Treasurer", "Clerk", "Reeve", "Warden", "Provost",
    "Lord Provost", "Convener", "Speaker", "Leader", "Deputy Leader", "Port Manager",
    "City Manager", "Town Manager", "Moderator",
)  # fmt: skip

# A phrase with one of these in it is an office: "A/Director, Support Services", "the Town Clerk".
OFFICE_NOUNS = _set(
    """
    accountant administrator adviser advisor ambassador architect assistant attorney auditor
    ballymaster cathaoirleach chair chairman chairperson chairwoman chairs champion chief clerk
    commandant commissioner comptroller controller convener coordinator co-ordinator coroner
    councillor consultant counsel counsellor curator custodian delegate deputy director ecologist
    economist editor engineer examiner executive facilitator governor head headteacher historian
    holder inspector instructor inspectorate lawyer lead leader leas-chathaoirleach librarian
    manager marshal mayor member minister moderator monitor observer officer ombudsman operative
    organiser organizer owner planner president principal provost ranger recorder rector reeve
    registrar reporter representative rep returning scrutineer secretary sergeant sheriff solicitor
    speaker specialist spokesman spokesperson spokeswoman steward superintendent supervisor
    surveyor teacher technician technologist treasurer trustee vice-chair vice-chairman
    vice-president volunteer warden convenor cadeirydd clerc maer arweinydd
    """
)

# Capitalised words of minutes that are never part of a person's name.
NOT_NAMES = _set(
    """
    a absent abstain abstained abstention abstentions action adjournment against agenda agreed all
    also an and annual any apologies april are as at august ayes be bill board borough but by
    cabinet carried circulated city comment comments commission committee community consent
    copy correspondence council councillors county date dear december declaration declarations
    decision department discussion district division draft each february finance following for
    friday from full general he held here his housing i if in information into is it item items
    january july june last lost march may meeting meetings members minute minutes monday monthly
    motion motions moved municipal nays next no nobody noes none not note noted notice november
    october of officers officials on one or order other our page parish part passed planning
    policy present proposal proposed public question questions received recommendation recommended
    recorded reply report reports resolution resolved response road saturday schedule seconded
    section september she some special standing street subject sunday that the their them then
    there these they this those thursday to town tuesday two under unanimous unanimously update
    various vote votes was we wednesday were what when where which who with withdrawn yeas yes you
    your corporate services service environment transport heritage housing physical development
    operations support human resources tourism culture cultural community economic social education
    children adult adults health water roads regional property design delivery senior acting assistant
    divisional strategic principal late sectoral
    interests
    """
)

# Joins the parts of a family name and is written small, or stands before it.
PARTICLES = _set(
    "van von der den de del della di da dos das du la le ten ter af av bin binti ibn al el y e "
    "mac mc ó ní nic uí o ap ab ferch st"
)

# After a name and no part of it.
LETTERS_AFTER = _set(
    "mp ms td mep mpp jp obe mbe cbe kbe qc kc phd esq jnr snr jr sr ii iii bem dl frs"
)

# No office has one of these in it: "The officer said that ..." is a sentence.
VERBS = _set(
    "was were is are be been has have had said asked replied stated advised informed noted agreed "
    "that gave will would can could did does do thanked welcomed outlined explained responded "
    "proposed seconded moved"
)

# "Election of Chairman" is an item, not an office.
NOT_OFFICES = _set(
    "election appointment report reports update minutes question questions resignation nomination "
    "nominations role vacancy co-option declaration declarations motion amendment resolution item "
    "letter correspondence thanks welcome presentation remarks announcements apologies no none any "
    "this that these those all each every some both"
)
