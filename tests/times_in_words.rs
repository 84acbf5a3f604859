//! Times told in words: clock times, parts of the day, holidays, parts of periods, days without their month.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/times.rs"]
mod common;

use common::check;

#[test]
fn english() {
    check(
        "eng",
        "2019-11-06",
        "
        they met at half past eight in the evening | at half past eight in the evening = time T20:30
        at a quarter to nine they left | at a quarter to nine = time T08:45
        the train left at ten past 9 p.m. | at ten past 9 p.m. = time T21:10
        sales rose from 5 to 6 million
        open from 5 to 6 pm on Monday | from 5 to 6 pm = time 2019-11-04T17:00/2019-11-04T18:00 | Monday = date 2019-11-04
        call 8-9am tomorrow | 8-9am = time 2019-11-07T08:00/2019-11-07T09:00 | tomorrow = date 2019-11-07
        it happened in the evening | in the evening = time TEV
        tonight at 8 he speaks | tonight = time 2019-11-06TNI | at 8 = time 2019-11-06T20
        He spoke on Monday morning | Monday = date 2019-11-04 | morning = time 2019-11-04TMO
        on Good Friday 2019 and at Easter 2018 | Good Friday 2019 = date 2019-04-19 | Easter 2018 = date 2018-04-01
        Thanksgiving 2018 was cold | Thanksgiving 2018 = date 2018-11-22
        the last week of July 2018 | the last week of July 2018 = date 2018-07-W04
        the second week of 2021 | second week of 2021 = date 2021-W02
        on the fifteenth day of last month | fifteenth day of last month = date 2019-10-15
        the third month of 2018 | third month of 2018 = date 2018-03
        Tuesday of last week | Tuesday of last week = date 2019-10-29
        this week Monday | this week Monday = date 2019-11-04
        three days after 12 January 2018 | three days after 12 January 2018 = date 2018-01-15
        two weeks from today | two weeks from today = date 2019-11-20
        on Friday the 13th, he said | Friday the 13th = date 2019-12-13
        On the 18th, he left | 18th = date 2019-10-18
        on the 18th floor of 18 houses
        by the end of the year, by the end of this month | by the end of the year = date 2019 | by the end of this month = date 2019-11
        the end of the years of war
        in June two thousand and five | June two thousand and five = date 2005-06
        on 5 March nineteen seventy-two | 5 March nineteen seventy-two = date 1972-03-05
        in June in 2017 | June in 2017 = date 2017-06
        from November 2018 to March 2019 | November 2018 = date 2018-11 | March 2019 = date 2019-03
        from November to March 2018 | November = date 2017-11 | March 2018 = date 2018-03
        from December to February | December = date 2019-12 | February = date 2020-02
        2018 Q3 and H1 2019 | 2018 Q3 = date 2018-Q3 | H1 2019 = date 2019-H1
        for the last 2 quarters | the last 2 quarters = duration P6M
        sales rose by 5 last year and 14 million last month | last year = date 2018 | last month = date 2019-10
        three quarters of them
        in nineteen ninety-six he left | nineteen ninety-six = date 1996
        in two thousand cases, in twenty ten-minute talks | ten-minute = duration PT10M
        at 8 am this morning | at 8 am = time 2019-11-06T08:00 | this morning = time 2019-11-06TMO
        on Monday between 10 and 11:30 | Monday = date 2019-11-04 | between 10 and 11:30 = time 2019-11-04T10:00/2019-11-04T11:30
        on February twenty second he said | February twenty second = date 2019-02-22
        over the weekend | weekend = date 2019-W45-WE
        next Easter and last Christmas | next Easter = date 2020-04-12 | last Christmas = date 2018-12-25
        Mondays and every weekend | Mondays = set XXXX-WXX-1 | every weekend = set XXXX-WXX-WE
        it took an hour and a half | an hour and a half = duration PT1.5H
        on 23/Sep/2018 | 23/Sep/2018 = date 2018-09-23
        ",
    );
}

#[test]
fn german() {
    check(
        "deu",
        "2019-11-06",
        "
        um halb neun kam er | um halb neun = time T08:30
        um viertel nach acht und um zehn vor neun | um viertel nach acht = time T08:15 | um zehn vor neun = time T08:50
        abends um 8 Uhr | um 8 Uhr = time T20:00
        zwischen 8 und 10 Uhr | zwischen 8 und 10 Uhr = time T08:00/T10:00
        am Dienstagabend sagte sie | Dienstagabend = time 2019-11-05TEV
        am Karfreitag 2018, am Ostermontag 2019 | Karfreitag 2018 = date 2018-03-30 | Ostermontag 2019 = date 2019-04-22
        Ende des Monats, Anfang nächster Woche | Ende des Monats = date 2019-11 | Anfang nächster Woche = date 2019-W46
        Montag nächster Woche | Montag nächster Woche = date 2019-11-11
        fünf Tage nach dem 12. Januar 2018 | fünf Tage nach dem 12. Januar 2018 = date 2018-01-17
        am 27. 11. 2018 und am 27. 11. | 27. 11. 2018 = date 2018-11-27 | 27. 11 = date 2019-11-27
        die letzte Woche im Juli 2018 | letzte Woche im Juli 2018 = date 2018-07-W04
        halb so viele, um zehn Prozent
        um 12 Uhr nachts | um 12 Uhr nachts = time T00:00
        montags bis 18 Uhr | montags = set XXXX-WXX-1 | bis 18 Uhr = time T18:00
        von November bis März 2018 | November = date 2017-11 | März 2018 = date 2018-03
        den ganzen Tag | den ganzen Tag = duration P1D
        ",
    );
}

#[test]
fn the_other_languages() {
    check(
        "spa",
        "2019-11-06",
        "
        a las ocho y media de la noche | a las ocho y media de la noche = time T20:30
        a las nueve menos diez | a las nueve menos diez = time T08:50
        por la tarde, a fin de mes | por la tarde = time TAF | a fin de mes = date 2019-11
        de las 3 de la mañana hasta las 5 de la tarde | las 3 de la mañana hasta las 5 de la tarde = time T03:00/T17:00
        el día 18, dijo | día 18 = date 2019-10-18
        el martes 5, dijo | martes 5 = date 2019-11-05
        tres días después del 12 de enero de 2018 | tres días después del 12 de enero de 2018 = date 2018-01-15
        la primera semana de enero de 2018 | primera semana de enero de 2018 = date 2018-01-W01
        el Viernes Santo de 2018 | Viernes Santo de 2018 = date 2018-03-30
        duró 7 horas | 7 horas = duration PT7H
        en julio de 98 | julio de 98 = date 1998-07
        ",
    );
    check(
        "fra",
        "2019-11-06",
        "
        à huit heures et demie | à huit heures et demie = time T08:30
        à neuf heures moins le quart | à neuf heures moins le quart = time T08:45
        ce soir à 20 h 30 | ce soir = time 2019-11-06TEV | à 20 h 30 = time 2019-11-06T20:30
        lundi 4, il a dit | lundi 4 = date 2019-11-04
        les dix derniers mois | dix derniers mois = duration P10M
        la dernière semaine de juillet 2018 | la dernière semaine de juillet 2018 = date 2018-07-W04
        en juillet 98 | juillet 98 = date 1998-07
        le lundi de Pâques 2018 | lundi de Pâques 2018 = date 2018-04-02
        de 14h00 à 14h30 | 14h00 à 14h30 = time T14:00/T14:30
        entre 3 et 12 personnes
        de janvier à avril 2015 | janvier = date 2015-01 | avril 2015 = date 2015-04
        cela dure 7 heures | 7 heures = duration PT7H
        ",
    );
    check(
        "ita",
        "2019-11-06",
        "
        alle otto e mezza di sera | alle otto e mezza di sera = time T20:30
        dalle 5 alle 7 di sera | dalle 5 alle 7 di sera = time T17:00/T19:00
        vent'anni fa, a settant'anni | vent'anni fa = date 1999 | settant'anni = duration P70Y
        la fine del mese | la fine del mese = date 2019-11
        ",
    );
    check(
        "por",
        "2019-11-06",
        "
        às seis e meia da tarde | às seis e meia da tarde = time T18:30
        a viagem durou 7 horas, às 19 horas | 7 horas = duration PT7H | às 19 horas = time T19:00
        o dia 12, disse | dia 12 = date 2019-10-12
        em 2 de outubro de 92 | 2 de outubro de 92 = date 1992-10-02
        ",
    );
    check(
        "nld",
        "2019-11-06",
        "
        om half negen kwam hij | om half negen = time T08:30
        om kwart voor acht | om kwart voor acht = time T07:45
        op maandagavond | maandagavond = time 2019-11-04TEV
        eind volgende week | eind volgende week = date 2019-W46
        op Tweede Paasdag 2018 | Tweede Paasdag 2018 = date 2018-04-02
        ",
    );
    check(
        "ind",
        "2019-11-06",
        "
        tadi malam pukul 20.30 WIB | tadi malam = time 2019-11-05TNI | pukul 20.30 WIB = time 2019-11-05T20:30+07:00
        akhir tahun ini | akhir tahun ini = date 2019
        tiga hari setelah 12 Januari 2018 | tiga hari setelah 12 Januari 2018 = date 2018-01-15
        minggu kedua Januari 2018 | minggu kedua Januari 2018 = date 2018-01-W02
        tanggal 18, katanya | 18 = date 2019-10-18
        ",
    );
}

/// What follows a date of the narrative, and parts of months, years and centuries.
#[test]
fn the_narrative_goes_on() {
    check(
        "eng",
        "2019-11-06",
        "
        He left on 3 May 2017. The following day it rained | 3 May 2017 = date 2017-05-03 | The following day = date 2017-05-04
        She won in 2012 and lost the year after | 2012 = date 2012 | the year after = date 2013
        It fell in June 2015; six months later it rose | June 2015 = date 2015-06 | six months later = date 2015-12
        in the 1980s, late 2018, early May 2016 | 1980s = date 198 | late 2018 = date 2018 | early May 2016 = date 2016-05
        ",
    );
    check(
        "deu",
        "2019-11-06",
        "
        Er ging am 3. Mai 2017. Am Tag darauf regnete es | 3. Mai 2017 = date 2017-05-03 | Tag darauf = date 2017-05-04
        Im Juni 2015 fiel er, sechs Monate später stieg er | Juni 2015 = date 2015-06 | sechs Monate später = date 2015-12
        Ende Oktober, Anfang Mai 2016, in den 1980er Jahren | Ende Oktober = date 2019-10 | Anfang Mai 2016 = date 2016-05 | 1980er Jahren = date 198
        ",
    );
    check(
        "ind",
        "2019-11-06",
        "
        Ia pergi pada 3 Mei 2017. Hari berikutnya hujan | 3 Mei 2017 = date 2017-05-03 | Hari berikutnya = date 2017-05-04
        Harga turun pada Juni 2015, enam bulan kemudian naik | Juni 2015 = date 2015-06 | enam bulan kemudian = date 2015-12
        awal Agustus, akhir Mei 2016, tahun 1980-an | awal Agustus = date 2019-08 | akhir Mei 2016 = date 2016-05 | 1980-an = date 198
        ",
    );
    check(
        "spa",
        "2019-11-06",
        "
        Se fue el 3 de mayo de 2017. Al día siguiente llovió | 3 de mayo de 2017 = date 2017-05-03 | Al día siguiente = date 2017-05-04
        En junio de 2015 cayó y seis meses después subió | junio de 2015 = date 2015-06 | seis meses después = date 2015-12
        a principios de agosto, en los años 1980 | a principios de agosto = date 2019-08 | los años 1980 = date 198
        ",
    );
    check(
        "fra",
        "2019-11-06",
        "
        Il part le 3 mai 2017. Le lendemain, il pleut | 3 mai 2017 = date 2017-05-03 | Le lendemain = date 2017-05-04
        En juin 2015 il baisse, six mois plus tard il monte | juin 2015 = date 2015-06 | six mois plus tard = date 2015-12
        début août, fin mai 2016, dans les années 1980 | début août = date 2019-08 | fin mai 2016 = date 2016-05 | les années 1980 = date 198
        ",
    );
}

#[test]
fn several_parts_of_a_period() {
    check(
        "eng",
        "2019-11-06",
        "
        in the first nine months of 2018 it fell | first nine months of 2018 = date 2018-01/2018-09
        the last three months of 2018 | the last three months of 2018 = date 2018-10/2018-12
        in the first two weeks of 2021 | first two weeks of 2021 = date 2021-W01/2021-W02
        the first three months were hard | three months = duration P3M
        the third two months of 2018 | two months = duration P2M | 2018 = date 2018
        ",
    );
    check(
        "deu",
        "2019-11-06",
        "
        in den ersten neun Monaten 2018 | ersten neun Monaten 2018 = date 2018-01/2018-09
        in den ersten sechs Monaten dieses Jahres | ersten sechs Monaten dieses Jahres = date 2019-01/2019-06
        ",
    );
    check(
        "fra",
        "2019-11-06",
        "
        au cours des neuf premiers mois de 2018 | neuf premiers mois de 2018 = date 2018-01/2018-09
        ",
    );
    check(
        "ind",
        "2019-11-06",
        "
        dalam tiga bulan pertama tahun 2018 | tiga bulan pertama tahun 2018 = date 2018-01/2018-03
        ",
    );
}

#[test]
fn parts_of_the_day_in_the_word_of_the_day() {
    check(
        "deu",
        "2019-11-06",
        "
        am Montagabend kam er | Montagabend = time 2019-11-04TEV
        am Montagabend um 8 Uhr | Montagabend = time 2019-11-04TEV | um 8 Uhr = time 2019-11-04T20:00
        am Sonnabend kam er | Sonnabend = date 2019-11-02
        von Donnerstag bis Montag | Donnerstag = date 2019-10-31 | Montag = date 2019-11-04
        von Montag bis Freitag | Montag = date 2019-11-04 | Freitag = date 2019-11-08
        morgens von 5 bis sieben | von 5 bis sieben = time T05:00/T07:00
        am Freitagabend 3:2 gewonnen | Freitagabend = time 2019-11-01TEV
        ",
    );
    check(
        "nld",
        "2019-11-06",
        "
        op maandagmiddag kwam hij | maandagmiddag = time 2019-11-04TAF
        dinsdag van 14.00 tot 14.30 | dinsdag = date 2019-11-05 | van 14.00 tot 14.30 = time 2019-11-05T14:00/2019-11-05T14:30
        in de jaren zestig | de jaren zestig = date 196
        van 5 tot 6 procent
        ",
    );
    check(
        "fra",
        "2019-11-06",
        "
        entre 14h et 16h | entre 14h et 16h = time T14:00/T16:00
        dans les années quatre-vingt-dix | les années quatre-vingt-dix = date 199
        en mai 68 | mai 68 = date 1968-05
        ",
    );
}

#[test]
fn days_around_a_dash_and_plans() {
    check(
        "spa",
        "2019-11-06",
        "
        28/2-1/3 | 28/2-1/3 = date 2019-02-28/2019-03-01
        29/2 | 29/2 = date XXXX-02-29
        2/29
        1/2-3/4 de taza
        ",
    );
    check(
        "eng",
        "2019-11-06",
        "
        it ran 10/1-11/2/2017 | 10/1-11/2/2017 = date 2017-10-01/2017-11-02
        the bridge will open in two weeks | in two weeks = date 2019-11-20
        the first bridge that will open in two years | two years = duration P2Y
        sales fell in two weeks | two weeks = duration P2W
        two years and three months ago | two years and three months ago = date 2017-08
        for the last 3 months, and 2 days ago | the last 3 months = duration P3M | 2 days ago = date 2019-11-04
        ",
    );
}

#[test]
fn days_of_plans_lie_ahead() {
    check(
        "eng",
        "2019-11-06",
        "
        the court will rule on Monday | Monday = date 2019-11-11
        it will cut jobs, the firm said on Monday | Monday = date 2019-11-04
        the firm vowed on Monday to fight | Monday = date 2019-11-04
        it is expected to open on 5 October | 5 October = date 2020-10-05
        it opened on 5 October | 5 October = date 2019-10-05
        they will report in two weeks | in two weeks = date 2019-11-20
        men in their 30s and the over-60s liked the 80s | 80s = date 198
        jailed for 12 years and six months | 12 years and six months = duration P12Y6M
        in 2018: 5 points | 2018 = date 2018
        at 2018:05 of it
        ",
    );
    check(
        "deu",
        "2019-11-06",
        "
        am Mittwoch werden 28 Grad erwartet | Mittwoch = date 2019-11-06
        am Montag werden 28 Grad erwartet | Montag = date 2019-11-11
        am Montag wurden 28 Grad gemessen | Montag = date 2019-11-04
        in der 13., 45. und 70. Minute
        11,8 Mrd. mehr als 2018 | 2018 = date 2018
        ",
    );
}
