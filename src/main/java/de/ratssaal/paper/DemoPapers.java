package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.DemoCity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the invented Stadt Lindenau deliberates. Other modules' demo content finds a paper by its title. */
public final class DemoPapers {

    /** Decided with changes, in eight points. */
    public static final String HEAT_PLAN = "Aktionsplan gegen Hitze und Trockenheit";

    public static final String SCHOOL = "Sanierung der Grundschule Am Lindenhain";
    public static final String SPEED_LIMIT = "Tempo 30 auf der Dorfstraße in Bachstedt";
    public static final String UPPER_MEADOW = "Bebauungsplan Nr. 17 „Obere Aue“, Satzungsbeschluss";

    /** Ready to be put on the next agenda of the council, in eight points. */
    public static final String DIGITAL_CITY = "Lindenau digital: Strategie für eine Verwaltung, die man gern benutzt";

    public static final String BUDGET = "Haushaltssatzung und Haushaltsplan 2027";
    public static final String GLASS_FIBRE = "Stand des Glasfaserausbaus in den Ortsteilen";
    public static final String PLAYGROUNDS = "Zustand der Spielplätze";
    public static final String CULTURE = "Richtlinie zur Förderung der freien Kultur";

    /** Non-public. */
    public static final String LAND_SALE = "Verkauf des Grundstücks Am Güterbahnhof 4";

    /** Non-public. */
    public static final String HALL = "Vergabe der Planung für die Stadthalle";

    public static final String YOUTH_WIFI = "Freies WLAN in den Jugendräumen";

    /** An amendment to the paper on the heat plan's successor, an urgent motion, and what residents ask for. */
    public static final String MORE_SHADE = "Änderungsantrag: Mehr Mitsprache bei „Lindenau digital“";

    public static final String BRIDGE = "Sperrung der Brücke am Mühlgraben sofort umfahrbar machen";
    public static final String CROSSING = "Zebrastreifen vor dem Seniorenzentrum";

    /** A draft of the planning office, which only those who work there see. */
    public static final String CYCLE_PATH = "Radweg vom Bahnhof zum Marktplatz";

    /** A draft, which only the secretariat sees. */
    public static final String CEMETERY_FEES = "Friedhofsgebühren ab 2027";

    private static final String MAYOR = "Oberbürgermeister";

    private DemoPapers() {}

    /**
     * One paper.
     *
     * @param text what is to be resolved, as somebody writes it; empty for none
     * @param way who is to deliberate it, in order
     * @param attachment title of the PDF that comes with it; none for no PDF
     */
    record DemoPaper(
            String title,
            PaperType type,
            OrganizationId lead,
            String originator,
            boolean isPublic,
            String text,
            String reasons,
            List<Stop> way,
            @Nullable String attachment) {

        PaperContent content() {
            var proposal = text.isEmpty()
                    ? ResolutionProposal.EMPTY
                    : ResolutionText.read(text).proposal();
            return new PaperContent(type, title, originator, isPublic, proposal, reasons, details(title));
        }
    }

    record Stop(OrganizationId organization, ConsultationRole role) {}

    private static Stop hears(OrganizationId organization) {
        return new Stop(organization, ConsultationRole.HEARING);
    }

    private static Stop advises(OrganizationId organization) {
        return new Stop(organization, ConsultationRole.ADVICE);
    }

    private static Stop decides(OrganizationId organization) {
        return new Stop(organization, ConsultationRole.DECISION);
    }

    /** Papers that were deliberated already. */
    static List<DemoPaper> deliberated() {
        return List.of(
                new DemoPaper(
                        HEAT_PLAN,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        """
                        Der Stadtrat beschließt:

                        01

                        Der Oberbürgermeister wird beauftragt, dem Stadtrat bis zum Ende des 2. Quartals 2027 einen Aktionsplan gegen Hitze und Trockenheit vorzulegen. Er nimmt die Erfahrungen der Ortsteile und die Karte der heißen Plätze auf.

                        02

                        Zur Vorbereitung nach BP 01 wird der Oberbürgermeister beauftragt, eine Arbeitsgruppe aus Verwaltung, Fraktionen und Seniorenbeirat zu bilden. Fachleute des Klinikums und der Stadtwerke Lindenau nehmen daran teil.

                        03

                        Der Aktionsplan behandelt mindestens:

                        (1)    kühle Räume in jedem Ortsteil, die an heißen Tagen offen stehen
                        (2)    Trinkbrunnen an Plätzen, Haltestellen und Spielplätzen
                        (3)    Schatten auf Schulhöfen und Wegen, mit einer Liste der Bäume, die zuerst gepflanzt werden
                        (4)    Hilfe für allein lebende ältere Menschen, abgestimmt mit Pflegediensten und Nachbarschaften
                        (5)    Regeln für das Sparen von Trinkwasser und das Sammeln von Regenwasser
                        (6)    Aufgaben der Ämter mit Terminen und Kosten
                        (7)    eine einfache Warnkette, die auch ohne Mobiltelefon funktioniert

                        04

                        Während der Arbeit am Plan wird der Oberbürgermeister beauftragt, ein Netz öffentlicher Messstellen für Temperatur und Bodenfeuchte zu prüfen, dessen Werte jede und jeder einsehen kann.

                        05

                        Außerdem wird der Oberbürgermeister beauftragt, die Begrünung von Haltestellen und städtischen Dächern zu prüfen.

                        06

                        Im Hauptausschuss erfolgt erstmals im 4. Quartal 2026 ein Sachstandsbericht über Arbeitsgruppe und Zeitplan sowie über die Ergebnisse der Prüfungen nach den Beschlusspunkten 04 und 05.

                        07

                        Der Oberbürgermeister wird beauftragt, bis zum Ende des 1. Quartals 2027 vorzuschlagen, welche Plätze im kommenden Sommer ein Sonnensegel erhalten.

                        08

                        Der Oberbürgermeister wird beauftragt, die vorhandenen Angebote für heiße Tage besser bekannt zu machen, damit sie alle Altersgruppen erreichen.
                        """,
                        """
                        In den letzten drei Sommern wurden in der Innenstadt an jeweils mehr als zwanzig Tagen über 30 Grad gemessen.
                        Besonders ältere Menschen und kleine Kinder leiden darunter. Viele Hilfen gibt es schon, sie sind aber wenig bekannt und nicht aufeinander abgestimmt.
                        Die Arbeitsgruppe kostet kein zusätzliches Geld; über einzelne Maßnahmen entscheidet der Stadtrat mit dem Plan.
                        """,
                        List.of(hears(DemoCity.SENIORS_BOARD), decides(DemoCity.COUNCIL)),
                        "Karte der heißen Plätze"),
                new DemoPaper(
                        SCHOOL,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        """
                        01
                        Die Grundschule Am Lindenhain wird in zwei Bauabschnitten saniert.
                        02
                        Die Stadtverwaltung wird beauftragt, die Ausschreibung bis zum 31.03.2027 vorzubereiten.
                        03
                        Während der Bauzeit findet der Unterricht im Gebäude an der Uferstraße statt.
                        """,
                        """
                        Dach und Heizung des Gebäudes stammen aus dem Jahr 1974. Das Land fördert die Sanierung mit 60 Prozent.
                        """,
                        List.of(advises(DemoCity.EDUCATION_COMMITTEE), decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        SPEED_LIMIT,
                        PaperType.MOTION,
                        DemoCity.BUILDING_COMMITTEE,
                        "Fraktion Ortsteile gemeinsam",
                        true,
                        """
                        01
                        Die Stadtverwaltung wird beauftragt, für die Dorfstraße in Bachstedt zwischen Kirche und Kindergarten Tempo 30 anzuordnen.
                        02
                        Die Stadtverwaltung berichtet dem Ausschuss für Bau, Verkehr und Stadtentwicklung bis zum 30.06.2027 über die gemessenen Geschwindigkeiten.
                        """,
                        "Der Schulweg führt über die Dorfstraße. Einen Gehweg gibt es nur auf einer Seite.",
                        List.of(
                                hears(DemoCity.BACHSTEDT),
                                advises(DemoCity.BUILDING_COMMITTEE),
                                decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        HALL,
                        PaperType.PROPOSAL,
                        DemoCity.BUILDING_COMMITTEE,
                        MAYOR,
                        false,
                        "Der Auftrag für die Planung der Stadthalle geht an das Büro auf Platz 1 der Wertung.",
                        "Die Wertung der drei Angebote liegt als Anlage bei. Preise und Namen sind vertraulich.",
                        List.of(decides(DemoCity.BUILDING_COMMITTEE)),
                        null));
    }

    /** Papers that wait for their deliberation. */
    static List<DemoPaper> waiting() {
        return List.of(
                new DemoPaper(
                        DIGITAL_CITY,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        """
                        Der Stadtrat beschließt:

                        01

                        Der Oberbürgermeister wird beauftragt, dem Stadtrat bis zum Ende des 3. Quartals 2027 eine Strategie „Lindenau digital“ vorzulegen. Grundlage sind die Pflichten zum elektronischen Zugang und die Wünsche aus der Umfrage unter Einwohnern und Betrieben.

                        02

                        Für BP 01 wird der Oberbürgermeister beauftragt, eine Steuerungsgruppe mit Mitgliedern aller Fraktionen, des Seniorenbeirats und des Kinder- und Jugendbeirats einzurichten. Sie zieht die Hochschule und benachbarte Städte hinzu.

                        03

                        Die Strategie beschreibt mindestens:

                        (1)    die zwanzig Anliegen, mit denen Menschen am häufigsten ins Rathaus kommen
                        (2)    für jedes davon den heutigen Weg durch die Ämter, in einem Bild auf einer Seite
                        (3)    woran es heute hakt
                        (4)    wie der Weg künftig aussieht: ohne Papier, ohne doppelte Angaben, barrierefrei und mit so wenig Daten wie möglich
                        (5)    Arbeitspakete mit Terminen und den zuständigen Ämtern
                        (6)    einen Fahrplan, der die gesetzlichen Fristen einhält
                        (7)    wie alle von den neuen Angeboten erfahren, auch wer kein Smartphone hat

                        04

                        Neben der Arbeit an der Strategie wird der Oberbürgermeister beauftragt, eine gemeinsame App für Abfallkalender, Veranstaltungen, Verkehr und Meldungen zu prüfen.

                        05

                        Ebenso wird der Oberbürgermeister beauftragt, ein Bürgerkonto zu prüfen, in dem Anträge gestellt, verfolgt und bezahlt werden.

                        06

                        Im Hauptausschuss erfolgt erstmals im 1. Quartal 2027 ein Sachstandsbericht über Handlungsfelder, Zeitplan und Kosten sowie über die Ergebnisse zu den Beschlusspunkten 03, 04 und 05.

                        07

                        Der Oberbürgermeister wird beauftragt, bis zum Ende des 2. Quartals 2027 vorzuschlagen, wie Beiräte und Ortsteilräte auch digital tagen können.

                        08

                        Der Oberbürgermeister wird beauftragt, die schon vorhandenen Online-Dienste der Stadt so zu verbessern, dass sie ohne Anleitung zu benutzen sind.
                        """,
                        """
                        Wer heute einen Hund anmeldet, füllt drei Formulare aus und unterschreibt zweimal. Das geht besser.
                        An der Umfrage im Frühjahr haben sich 1 846 Menschen beteiligt. Zwei Drittel wünschen sich vor allem, nichts doppelt angeben zu müssen.
                        Die Erarbeitung ist aus den Mitteln für Organisation bezahlt. Folgekosten nennt die Strategie.
                        """,
                        List.of(hears(DemoCity.MAIN_COMMITTEE), decides(DemoCity.COUNCIL)),
                        "Ergebnisse der Umfrage"),
                new DemoPaper(
                        UPPER_MEADOW,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        """
                        01
                        Die Stellungnahmen aus der öffentlichen Auslegung werden wie in der Anlage vorgeschlagen abgewogen.
                        02
                        Der Bebauungsplan Nr. 17 „Obere Aue“ wird als Satzung beschlossen.
                        03
                        Die Stadtverwaltung wird beauftragt, den Beschluss bis zum 31.01.2027 bekannt zu machen.
                        """,
                        "Auf 2,4 Hektar entstehen 46 Wohnungen, ein Kindergarten und ein öffentlicher Uferweg.",
                        List.of(
                                hears(DemoCity.ALTENRODE),
                                advises(DemoCity.BUILDING_COMMITTEE),
                                decides(DemoCity.COUNCIL)),
                        "Abwägung der Stellungnahmen"),
                new DemoPaper(
                        BUDGET,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        """
                        01
                        Die Haushaltssatzung 2027 mit dem Haushaltsplan wird beschlossen.
                        02
                        Der Finanzplan bis 2030 wird beschlossen.
                        """,
                        "Der Haushalt ist ausgeglichen. Investiert wird vor allem in Schulen und Brücken.",
                        List.of(advises(DemoCity.FINANCE_COMMITTEE), decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        GLASS_FIBRE,
                        PaperType.INFORMATION,
                        DemoCity.COUNCIL,
                        MAYOR,
                        true,
                        "",
                        """
                        In Altenrode und Hohenlinde sind alle Haushalte angeschlossen, die es wollten.
                        In Bachstedt fehlen noch 38 Anschlüsse, weil eine Bahnstrecke gequert werden muss. Die Genehmigung ist beantragt.
                        In Wiesenthal beginnt der Ausbau im Frühjahr.
                        """,
                        List.of(hears(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        PLAYGROUNDS,
                        PaperType.INQUIRY,
                        DemoCity.COUNCIL,
                        "Fraktion Umweltliste Flussaue",
                        true,
                        "",
                        """
                        1. Welche Spielplätze sind zurzeit ganz oder teilweise gesperrt, und seit wann?
                        2. Wann werden sie repariert?
                        3. Welche Spielplätze können Kinder im Rollstuhl benutzen?
                        """,
                        List.of(hears(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        CULTURE,
                        PaperType.PROPOSAL,
                        DemoCity.CULTURE_COMMITTEE,
                        MAYOR,
                        true,
                        """
                        01
                        Die Richtlinie zur Förderung der freien Kultur wird in der Fassung der Anlage beschlossen.
                        02
                        Das Kulturamt wird beauftragt, dem Ausschuss für Kultur und Tourismus jährlich, erstmals im 1. Quartal 2028, über die geförderten Vorhaben zu berichten.
                        """,
                        "Die bisherige Richtlinie kennt nur Vereine. Künftig können auch einzelne Künstlerinnen und Künstler Förderung beantragen.",
                        List.of(advises(DemoCity.CULTURE_COMMITTEE), decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        LAND_SALE,
                        PaperType.PROPOSAL,
                        DemoCity.COUNCIL,
                        MAYOR,
                        false,
                        """
                        01
                        Das Grundstück Am Güterbahnhof 4 wird zu dem in der Anlage genannten Preis verkauft.
                        02
                        Die Stadtverwaltung wird beauftragt, den Kaufvertrag bis zum 28.02.2027 zu schließen.
                        """,
                        "Ein Handwerksbetrieb möchte dort bauen und 25 Arbeitsplätze in der Stadt halten. Name und Preis sind vertraulich.",
                        List.of(advises(DemoCity.FINANCE_COMMITTEE), decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        YOUTH_WIFI,
                        PaperType.MOTION,
                        DemoCity.SOCIAL_COMMITTEE,
                        "Fraktion Offene Stadt",
                        true,
                        """
                        01
                        In allen städtischen Jugendräumen wird bis Ende Juni 2027 ein freies WLAN eingerichtet.
                        02
                        Die Kosten trägt der Ansatz für Jugendarbeit.
                        """,
                        "Der Kinder- und Jugendbeirat hat darum gebeten.",
                        List.of(hears(DemoCity.YOUTH_BOARD), decides(DemoCity.SOCIAL_COMMITTEE)),
                        null),
                new DemoPaper(
                        MORE_SHADE,
                        PaperType.AMENDMENT,
                        DemoCity.COUNCIL,
                        "Fraktion Offene Stadt",
                        true,
                        "In BP 02 werden nach „Seniorenbeirats“ die Worte „, der Ortsteilräte“ eingefügt.",
                        "Die Ortsteile kennen die Wege ins Rathaus am besten.",
                        List.of(decides(DemoCity.COUNCIL)),
                        null),
                new DemoPaper(
                        BRIDGE,
                        PaperType.URGENT_MOTION,
                        DemoCity.BUILDING_COMMITTEE,
                        "Fraktion Ortsteile gemeinsam",
                        true,
                        "Die Stadtverwaltung wird beauftragt, die gesperrte Brücke am Mühlgraben umgehend mit einer Ausschilderung zu umfahren.",
                        "Der Schulbus nimmt zurzeit einen Umweg von zwanzig Minuten.",
                        List.of(decides(DemoCity.BUILDING_COMMITTEE)),
                        null),
                new DemoPaper(
                        CROSSING,
                        PaperType.PETITION,
                        DemoCity.COUNCIL,
                        "112 Unterzeichnende",
                        true,
                        "",
                        "Vor dem Seniorenzentrum soll ein Zebrastreifen angelegt werden. Die Straße ist dort breit und unübersichtlich.",
                        List.of(hears(DemoCity.COUNCIL)),
                        null));
    }

    /** What the templates of the kinds ask for beside. */
    private static PaperDetails details(String title) {
        return switch (title) {
            case DIGITAL_CITY ->
                new PaperDetails(
                        List.of(new FieldText(
                                "office", "Zuständiges Amt", FieldType.OFFICE, "Hauptamt, Büro des Stadtrats")),
                        List.of(
                                finances(
                                        new Costs("60.000 €", "", "45.000 €", "11100.543100"),
                                        "Das Land fördert die Erarbeitung mit drei Vierteln."),
                                climate(ClimateRating.POSITIVE, "Wege ins Rathaus fallen weg.")));
            case UPPER_MEADOW ->
                new PaperDetails(
                        List.of(
                                new FieldText("office", "Zuständiges Amt", FieldType.OFFICE, "Stadtplanungsamt"),
                                new FieldText("legal-basis", "Rechtsgrundlage", FieldType.TEXT, "§ 10 Abs. 1 BauGB")),
                        List.of(climate(
                                ClimateRating.NEGATIVE,
                                "Boden wird versiegelt; Dächer werden begrünt, Regenwasser versickert am Ort.")));
            case BRIDGE ->
                new PaperDetails(
                        List.of(),
                        List.of(new SectionText(
                                "urgency",
                                "Begründung der Dringlichkeit",
                                SectionKind.TEXT,
                                true,
                                "Die Brücke ist seit Montag gesperrt; bis zur nächsten Sitzung kann niemand warten.",
                                Costs.NONE,
                                null)));
            case CROSSING ->
                new PaperDetails(
                        List.of(new FieldText("received", "Eingegangen am", FieldType.DATE, "2026-09-14")),
                        List.of(new SectionText(
                                "petitioner",
                                "Angaben zur Person",
                                SectionKind.TEXT,
                                false,
                                "Frau Elfriede Sonntag, Lindenallee 3, Lindenau",
                                Costs.NONE,
                                null)));
            default -> PaperDetails.NONE;
        };
    }

    private static SectionText finances(Costs costs, String text) {
        return new SectionText("finances", "Finanzielle Auswirkungen", SectionKind.FINANCES, true, text, costs, null);
    }

    private static SectionText climate(ClimateRating rating, String text) {
        return new SectionText(
                "climate", "Auswirkungen auf das Klima", SectionKind.CLIMATE, true, text, Costs.NONE, rating);
    }

    /** A paper that is still being written. */
    static DemoPaper draft() {
        return new DemoPaper(
                CEMETERY_FEES,
                PaperType.PROPOSAL,
                DemoCity.COUNCIL,
                MAYOR,
                true,
                "Die Gebühren für die Friedhöfe der Stadt werden neu festgesetzt.",
                "Die Berechnung liegt noch nicht vor.",
                List.of(),
                null);
    }
}
