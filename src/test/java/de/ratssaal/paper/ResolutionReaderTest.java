package de.ratssaal.paper;

import static de.ratssaal.paper.ReadingRemark.Kind.BROKEN_WORD;
import static de.ratssaal.paper.ReadingRemark.Kind.EMPTY_POINT;
import static de.ratssaal.paper.ReadingRemark.Kind.GAP;
import static de.ratssaal.paper.ReadingRemark.Kind.NO_NUMBERING;
import static de.ratssaal.paper.ReadingRemark.Kind.NO_WORDING;
import static de.ratssaal.paper.ReadingRemark.Kind.REPEATED_NUMBER;
import static de.ratssaal.paper.ReadingRemark.Kind.UNCLEAR_DATE;
import static de.ratssaal.paper.ReadingRemark.Kind.UNKNOWN_REFERENCE;
import static de.ratssaal.paper.ReadingRemark.Kind.UNREAD_AFTER;
import static de.ratssaal.paper.ReadingRemark.Kind.UNREAD_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A resolution's text is read")
class ResolutionReaderTest {

    private static ResolutionText read(String text) {
        return ResolutionText.read(text);
    }

    private static ResolutionPoint onlyPoint(String text) {
        var points = read(text).points();
        assertThat(points).hasSize(1);
        return points.getFirst();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Beschluss: beschlossen                                     | ADOPTED
            Beschluss: mit Änderungen beschlossen                      | ADOPTED_WITH_CHANGES
            Beschluss: mit Änderungen beschlossen 1                    | ADOPTED_WITH_CHANGES
            Beschluss: mit einer Änderung beschlossen                  | ADOPTED_WITH_CHANGES
            Beschluss: in geänderter Fassung beschlossen               | ADOPTED_WITH_CHANGES
            Beschluss: ungeändert beschlossen                          | ADOPTED
            Beschluss: unverändert beschlossen                         | ADOPTED
            Ergebnis: mehrheitlich zugestimmt zu geändertem Beschlusstext | ADOPTED_WITH_CHANGES
            Beschluss: einstimmig angenommen                           | ADOPTED
            Beschluss: abgelehnt                                       | REJECTED
            Beschluss: mehrheitlich abgelehnt                          | REJECTED
            Beschluss: nicht beschlossen                               | REJECTED
            Beschluss: vertagt                                         | DEFERRED
            Beschluss: von der Tagesordnung abgesetzt                  | DEFERRED
            Beschluss: in den Hauptausschuss verwiesen                 | REFERRED
            Beschluss: zur Kenntnis genommen                           | NOTED
            Ergebnis: Kenntnisnahme                                    | NOTED
            Beschluss: vom Einreicher zurückgezogen                    | WITHDRAWN
            BESCHLUSS : VERTAGT                                        | DEFERRED
            """)
    void theOutcomeInManyPhrases(String line, StatedOutcome outcome) {
        var read = read(line + "\n\nBeschluss\n\n01\n\nDer Brunnen wird saniert.");

        assertThat(read.outcome()).isEqualTo(outcome);
        assertThat(read.points())
                .singleElement()
                .extracting(ResolutionPoint::text)
                .isEqualTo("Der Brunnen wird saniert.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abstimmung: Ja: 33, Nein: 0, Enthaltungen: 5, Befangen: 0",
                "Abstimmung: Ja:33 Nein:0 Enthaltungen:5 Befangen:0",
                "Abstimmung: Ja 33 Nein 0 Enthaltungen 5 Befangen 0",
                "Abstimmungsergebnis: 33 Ja-Stimmen, 0 Nein-Stimmen, 5 Enthaltungen",
                "Abstimmungsergebnis: 33 JA, 5 Enthaltungen, keine Nein-Stimmen",
                "Ja-Stimmen : 33 / Nein-Stimmen : – / Stimmenthaltungen : 5",
                "Enthaltungen: 5; Ja: 33; Nein: keine",
                "33 dafür, 0 dagegen, 5 Enthaltungen, 0 befangen",
                "Ja-Stimmen: 33\nNein-Stimmen: 0\nEnthaltungen: 5"
            })
    void theVoteInAnyOrderAndSpacing(String line) {
        assertThat(read("Beschluss: beschlossen\n" + line + "\n\nBeschluss\n\n01\nDer Brunnen wird saniert.")
                        .vote())
                .isEqualTo(new StatedVote(33, 0, 5, 0));
    }

    @Test
    void outcomeAndVoteAlsoBehindTheWording() {
        var read = read("""
                Beschluss:

                1. Der Brunnen wird saniert.
                2. Die Bänke werden erneuert.

                Abstimmungsergebnis:
                Mehrheitliche Zustimmung (38 JA-Stimmen, 9 Nein-Stimmen)
                """);

        assertThat(read.outcome()).isEqualTo(StatedOutcome.ADOPTED);
        assertThat(read.vote()).isEqualTo(new StatedVote(38, 9, 0, 0));
        assertThat(read.points())
                .extracting(ResolutionPoint::text)
                .containsExactly("Der Brunnen wird saniert.", "Die Bänke werden erneuert.");
    }

    @Test
    void thePeopleWhoVoteInASentenceAreNoResult() {
        var read = read("01\nDie 12 Ja-Stimmen der Umfrage werden ausgewertet.\n\n02\nJa heißt Ja.");

        assertThat(read.vote()).isNull();
        assertThat(read.outcome()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01\nDer Brunnen wird saniert.\n02\nDie Bänke werden erneuert.",
                "01 Der Brunnen wird saniert.\n02 Die Bänke werden erneuert.",
                "1. Der Brunnen wird saniert.\n2. Die Bänke werden erneuert.",
                "1.Der Brunnen wird saniert.\n2.Die Bänke werden erneuert.",
                "1) Der Brunnen wird saniert.\n2) Die Bänke werden erneuert.",
                "(1) Der Brunnen wird saniert.\n(2) Die Bänke werden erneuert.",
                "BP 01\nDer Brunnen wird saniert.\nBP 02\nDie Bänke werden erneuert.",
                "BP 01: Der Brunnen wird saniert.\nBP 02: Die Bänke werden erneuert.",
                "a) Der Brunnen wird saniert.\nb) Die Bänke werden erneuert.",
                "I. Der Brunnen wird saniert.\nII. Die Bänke werden erneuert.",
                "A. Der Brunnen wird saniert.\nB. Die Bänke werden erneuert."
            })
    void pointsInAnyNumbering(String text) {
        assertThat(read(text).points())
                .extracting(ResolutionPoint::text)
                .containsExactly("Der Brunnen wird saniert.", "Die Bänke werden erneuert.");
        assertThat(read(text).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1) Mauerwerk\n(2) Leitungen",
                "a) Mauerwerk\nb) Leitungen",
                "- Mauerwerk\n- Leitungen",
                "• Mauerwerk\n\n• Leitungen"
            })
    void partsInAnyNumbering(String parts) {
        var read = read("1. Saniert werden:\n" + parts + "\n2. Die Bänke werden erneuert.");

        assertThat(read.points()).hasSize(2);
        assertThat(read.points().getFirst().text()).isEqualTo("Saniert werden:");
        assertThat(read.points().getFirst().subPoints())
                .extracting(SubPoint::text)
                .containsExactly("Mauerwerk", "Leitungen");
    }

    @Test
    void aNumberThatBelongsToTheSentenceBeginsNoPoint() {
        var read = read("""
                1. Der Oberbürgermeister wird beauftragt, das Konzept bis zum Ende des
                2. Quartals 2027 vorzulegen und dem Hauptausschuss bis zum
                31. März 2027 zu berichten.
                2. Der Bericht nach § 3 Abs.
                3 der Satzung entfällt.
                """);

        assertThat(read.points()).hasSize(2);
        assertThat(read.points().getFirst().due()).isEqualTo(DueDate.by(LocalDate.of(2027, 6, 30)));
    }

    @Test
    void linesBrokenToFitThePageFlowTogetherAndParagraphsStay() {
        var read = read("""
                Der Stadtrat beschließt:

                1. Die Stadtverwaltung wird beauftragt, mit den Stadtwerken über ein gemeinsames
                Mobili-
                tätskonzept für Bus- und
                Bahnverkehr zu sprechen.

                Ein Gutachten wird nicht beauftragt.
                """);

        assertThat(read.intro()).isEqualTo("Der Stadtrat beschließt:");
        assertThat(read.points().getFirst().text())
                .isEqualTo(
                        "Die Stadtverwaltung wird beauftragt, mit den Stadtwerken über ein gemeinsames Mobili-tätskonzept für Bus- und Bahnverkehr zu sprechen.\nEin Gutachten wird nicht beauftragt.");
        assertThat(read.remarks()).containsExactly(new ReadingRemark(BROKEN_WORD, "Mobili-tätskonzept"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            bis zum Ende des 2. Quartals 2021                  |            | 2021-06-30
            bis zum Ende des IV. Quartal 2020                  |            | 2020-12-31
            bis zum Ende des vierten Quartals 2020             |            | 2020-12-31
            bis Ende Q3/2026                                   |            | 2026-09-30
            bis spätestens zum 1. Quartal des Jahres 2027      |            | 2027-03-31
            im 4. Quartal 2020                                 | 2020-10-01 | 2020-12-31
            erstmals im I. Quartal 2027                        | 2027-01-01 | 2027-03-31
            bis 31.03.2021                                     |            | 2021-03-31
            bis zum 31. 3. 2021                                |            | 2021-03-31
            bis spätestens 31. März 2021                       |            | 2021-03-31
            spätestens am 1. Juli 2027                         |            | 2027-07-01
            bis Ende März 2021                                 |            | 2021-03-31
            bis Mitte Februar 2028                             |            | 2028-02-15
            bis Februar 2028                                   |            | 2028-02-29
            bis zum Jahresende 2021                            |            | 2021-12-31
            bis Ende 2021                                      |            | 2021-12-31
            bis zum Ende des Jahres 2021                       |            | 2021-12-31
            bis Mitte 2027                                     |            | 2027-06-30
            bis zum Ende des ersten Halbjahres 2027            |            | 2027-06-30
            im 2. Halbjahr 2027                                | 2027-07-01 | 2027-12-31
            bis 2027-05-31                                     |            | 2027-05-31
            bis zum Ende des 2. Quartals 20211                 |            | 2021-06-30
            BIS ZUM 31.03.2021                                 |            | 2021-03-31
            """)
    void dueDatesInManyForms(String words, LocalDate from, LocalDate until) {
        var point = onlyPoint("01\nDer Bürgermeister wird beauftragt, " + words + " ein Konzept vorzulegen.");

        assertThat(point.due()).isEqualTo(new DueDate(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "die im Jahr 2020 beschlossene Strategie",
                "der Vertrag vom 1. Januar 2020 bis 31. Dezember 2021",
                "Straßen von 1990 bis 2021",
                "der Beschluss vom 04.05.2021",
                "die Mittel der Jahre 2020 und 2021"
            })
    void otherDatesAreNoDueDates(String words) {
        assertThat(onlyPoint("01\nGegenstand ist " + words + ".").due()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bis zum Ende des 5. Quartals 2021",
                "bis zum 31.02.2021",
                "bis zum Ende des Quartals",
                "bis Anfang 2027"
            })
    void whatLooksLikeADateAndIsNoneIsRemarkedOn(String words) {
        var read = read("01\nDas Konzept ist " + words + " vorzulegen.");

        assertThat(read.points().getFirst().due()).isNull();
        assertThat(read.remarks()).extracting(ReadingRemark::kind).containsExactly(UNCLEAR_DATE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Der Oberbürgermeister wird beauftragt, ein Konzept vorzulegen.                           | Oberbürgermeister
            Der Oberbürgemeister wird beauftragt, ein Konzept vorzulegen.                            | Oberbürgermeister
            Die Oberbürgermeisterin wird gebeten, ein Konzept vorzulegen.                            | Oberbürgermeisterin
            Des Weiteren wird der Bürgermeister u. a. damit beauftragt, ein Konzept vorzulegen.      | Bürgermeister
            Die Verwaltung wird aufgefordert, mit der Bürgermeisterin zu sprechen.                   | Verwaltung
            Die Stadtverwaltung legt dem Stadtrat einen Plan vor.                                    | Stadtverwaltung
            Das Tiefbauamt wird beauftragt, die Brücke zu prüfen.                                    | Tiefbauamt
            Das Amt für Umwelt und Klima wird beauftragt, die Bäume zu zählen.                       | Amt für Umwelt und Klima
            Der Beigeordnete für Bau und Verkehr wird beauftragt, die Brücke zu prüfen.              | Beigeordnete für Bau und Verkehr
            Die Brücke wird geprüft. Verantwortlich: Dezernat 2                                      | Dezernat 2
            Dem Oberbürgermeister wird für das Haushaltsjahr Entlastung erteilt.                     | -
            Der Oberbürgermeister hielt eine Rede.                                                   | -
            """)
    void whoIsResponsible(String sentence, String office) {
        assertThat(onlyPoint("01\n" + sentence).responsible()).isEqualTo(office);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Im Hauptausschuss erfolgt erstmals im 4. Quartal 2026 ein Sachstandsbericht.               | Hauptausschuss | 2026-10-01 | true
            Dem Ausschuss für Umwelt, Klima und Verkehr ist jährlich zu berichten.                     | Ausschuss für Umwelt, Klima und Verkehr | - | true
            Der Oberbürgermeister berichtet dem Stadtrat bis zum 31.03.2027 über das Ergebnis.         | Stadtrat | - | false
            Der Stadtrat nimmt den Bericht zur Kenntnis.                                               | - | - | false
            """)
    void reportsThatAreOwed(String sentence, String recipient, LocalDate from, boolean repeated) {
        assertThat(onlyPoint("01\n" + sentence).report())
                .isEqualTo(recipient == null ? null : new ReportDuty(recipient, from, repeated));
    }

    @Test
    void referencesToOtherPoints() {
        var read = read("01\nEins.\n\n02\nWie BP 01.\n\n03\nSiehe Beschlusspunkte 1 bis 2 und den Beschlusspunkt 7.");

        assertThat(read.points().get(1).references()).containsExactly(1);
        assertThat(read.points().get(2).references()).containsExactly(1, 2, 7);
        assertThat(read.remarks()).containsExactly(new ReadingRemark(UNKNOWN_REFERENCE, "03 → 7"));
    }

    @Nested
    @DisplayName("even if it is ugly")
    class Ugly {

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "\r\n\r\n", "\u00A0\u200B\uFEFF", "\u0000"})
        void nothingAtAll(String text) {
            var read = read(text);

            assertThat(read.points()).isEmpty();
            assertThat(read.remarks()).extracting(ReadingRemark::kind).containsExactly(NO_WORDING);
            assertThat(read.proposal().isEmpty()).isTrue();
        }

        @Test
        void pastedMarkup() {
            var read = read("""
                    <html><head><style>p { color: red }</style></head><body><!-- kopiert -->
                    <p><b>Beschluss:</b> mit &Auml;nderungen beschlossen</p>
                    <p>Abstimmung:&nbsp;Ja:&nbsp;33, Nein:&nbsp;0, Enthaltungen:&nbsp;5</p><h3>Beschluss</h3>
                    <ol><li>Der <i>Oberb&uuml;rgermeister</i> wird beauftragt, bis&nbsp;31.03.2027 zu pr&uuml;fen:
                    <ul><li>Mauerwerk &lt; 2 m</li><li>Leitungen</li></ul></li><li>Die B&auml;nke werden erneuert.</li></ol>
                    """);

            assertThat(read.outcome()).isEqualTo(StatedOutcome.ADOPTED_WITH_CHANGES);
            assertThat(read.vote()).isEqualTo(new StatedVote(33, 0, 5, 0));
            assertThat(read.points()).hasSize(2);
            var first = read.points().getFirst();
            assertThat(first.text()).isEqualTo("Der Oberbürgermeister wird beauftragt, bis 31.03.2027 zu prüfen:");
            assertThat(first.subPoints()).extracting(SubPoint::text).containsExactly("Mauerwerk < 2 m", "Leitungen");
            assertThat(first.due()).isEqualTo(DueDate.by(LocalDate.of(2027, 3, 31)));
        }

        @Test
        void anAngleBracketIsNoMarkup() {
            assertThat(onlyPoint("01\nWerte < 5 und > 3 gelten als <gut>.").text())
                    .isEqualTo("Werte < 5 und > 3 gelten als <gut>.");
        }

        @Test
        void windowsLineEndingsUnusualSpacesAndDecomposedLetters() {
            var read = read(
                    "\uFEFFBeschluss: mit A\u0308nderungen beschlossen\r\n\r\nBeschluss\r\n\u00A0\r\n01\r\n\r\nDer\u00A0Oberbu\u0308rger\u00ADmeister\u202Fwird beauftragt, bis\u00A0zum 31.03.2027 zu pru\u0308fen.\r\n");

            assertThat(read.outcome()).isEqualTo(StatedOutcome.ADOPTED_WITH_CHANGES);
            assertThat(read.points()).singleElement().satisfies(point -> {
                assertThat(point.responsible()).isEqualTo("Oberbürgermeister");
                assertThat(point.due()).isEqualTo(DueDate.by(LocalDate.of(2027, 3, 31)));
            });
        }

        @Test
        void noNumbering() {
            var read = read(
                    "Beschluss: vertagt\n\nDer Brunnen wird u. a. wegen der Leitungen saniert.\n\nDie Bänke bleiben.");

            assertThat(read.outcome()).isEqualTo(StatedOutcome.DEFERRED);
            assertThat(read.points()).singleElement().satisfies(point -> {
                assertThat(point.label()).isEmpty();
                assertThat(point.text())
                        .isEqualTo("Der Brunnen wird u. a. wegen der Leitungen saniert.\nDie Bänke bleiben.");
            });
            assertThat(read.remarks()).extracting(ReadingRemark::kind).containsExactly(NO_NUMBERING);
        }

        @Test
        void aGapInTheNumbering() {
            var read = read("01\n\nEins.\n\n02\n\nZwei.\n\n04\n\nVier.");

            assertThat(read.points()).extracting(ResolutionPoint::label).containsExactly("01", "02", "04");
            assertThat(read.remarks()).containsExactly(new ReadingRemark(GAP, "02 … 04"));
            assertThat(read.proposal().points())
                    .extracting(ResolutionPoint::label)
                    .containsExactly("01", "02", "03");
        }

        @Test
        void theSameNumberTwice() {
            var read = read("1. Eins.\n2. Zwei.\n2. Noch einmal zwei.\n3. Drei.");

            assertThat(read.points())
                    .extracting(ResolutionPoint::text)
                    .containsExactly("Eins.", "Zwei.", "Noch einmal zwei.", "Drei.");
            assertThat(read.remarks()).extracting(ReadingRemark::kind).containsExactly(REPEATED_NUMBER);
        }

        @Test
        void theWholeTextTwice() {
            var once = "Beschluss: beschlossen\n\nBeschluss\n\n01\n\nEins.\n\n02\n\nZwei.\n\n";

            var read = read(once + once);

            assertThat(read.points()).hasSize(2);
            assertThat(read.after()).contains("Eins.");
            assertThat(read.remarks()).extracting(ReadingRemark::kind).contains(UNREAD_AFTER);
        }

        @Test
        void aNumberWithoutWording() {
            var read = read("01\n\n02\n\nZwei.");

            assertThat(read.points()).hasSize(2);
            assertThat(read.remarks()).containsExactly(new ReadingRemark(EMPTY_POINT, "01"));
            assertThat(read.proposal().points()).hasSize(1);
        }

        @Test
        void thePrintedPaperAroundIt() {
            var read = read("""
                    Drucksache 0815/26
                    Einreicher: Oberbürgermeister

                    Beschlussvorschlag:

                    1. Der Brunnen wird saniert.
                    2. Die Bänke werden erneuert.

                    Begründung:

                    1. Der Brunnen ist alt.
                    """);

            assertThat(read.points()).hasSize(2);
            assertThat(read.after()).startsWith("Begründung:");
            assertThat(read.remarks())
                    .containsExactly(
                            new ReadingRemark(UNREAD_BEFORE, "Drucksache 0815/26\nEinreicher: Oberbürgermeister"),
                            new ReadingRemark(UNREAD_AFTER, "Begründung:\n1. Der Brunnen ist alt."));
        }
    }
}
