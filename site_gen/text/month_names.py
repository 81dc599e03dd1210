"""Names of months and weekdays as minutes print them, in English, Irish and Welsh."""

# Genitives and mutations stand beside the plain forms: "1 Mhárta", "i Fehefin".
MONTH_NAMES: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan ianuary eanáir ionawr",
            "february feb febuary feabhra chwefror",
            "march mar márta mhárta mawrth fawrth",
            "april apr aibreán aibreáin ebrill",
            "may bealtaine bhealtaine mai fai",
            "june jun meitheamh meithimh mheithimh mehefin fehefin",
            "july jul iúil gorffennaf orffennaf",
            "august aug lúnasa awst",
            "september sept sep meán-fómhair mheán-fómhair medi fedi",
            "october oct deireadh-fómhair dheireadh-fómhair hydref",
            "november nov samhain samhna tachwedd dachwedd",
            "december dec nollaig nollag rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAY_NAMES: dict[str, int] = {
    name.replace("-", " "): number
    for number, names in enumerate(
        (
            "monday mon dé-luain luain dydd-llun nos-lun",
            "tuesday tues tue dé-máirt máirt dydd-mawrth nos-fawrth",
            "wednesday weds wed dé-céadaoin céadaoin dydd-mercher nos-fercher",
            "thursday thurs thur thu déardaoin dydd-iau nos-iau",
            "friday fri dé-haoine haoine dydd-gwener nos-wener",
            "saturday sat dé-sathairn sathairn dydd-sadwrn nos-sadwrn",
            "sunday sun dé-domhnaigh domhnaigh dydd-sul nos-sul",
        )
    )
    for name in names.split()
}
