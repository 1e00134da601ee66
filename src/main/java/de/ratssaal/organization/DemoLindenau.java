package de.ratssaal.organization;

import de.ratssaal.identity.PersonId;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The invented people of the demo city, with names as they are found in a German city of today. */
final class DemoLindenau {

    static final BodyDetails BODY_DETAILS = new BodyDetails(
            "Stadt Lindenau",
            "Lindenau",
            Land.TH,
            ZoneId.of("Europe/Berlin"),
            """
            Stadtverwaltung Lindenau
            Marktplatz 1
            99998 Lindenau
            Telefon 03999 100-0
            rathaus@lindenau.example
            """,
            new Color("#2f6b3a"),
            new CoatOfArms("""
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">
                    <title>Wappen der Stadt Lindenau</title>
                    <path d="M4 4h92v58c0 30-24 46-46 54C28 108 4 92 4 62z" fill="#f4d35e" stroke="#1b1b1b" stroke-width="4"/>
                    <path d="M47 84V56h6v28z" fill="#6b4226"/>
                    <path d="M50 14c-14 0-22 9-20 19-9 3-10 16 0 20 5 6 15 6 20 2 5 4 15 4 20-2 10-4 9-17 0-20 2-10-6-19-20-19z"
                     fill="#2f6b3a"/>
                    <path d="M15 86c12-8 23 6 35 0s23-8 35 0l-7 9c-9-5-18 4-28 0s-19 5-28 0z" fill="#2b6cb0"/>
                    </svg>
                    """));

    /** Title, given names, family name and form of address, by seat in the council. */
    private static final String COUNCILLORS = """
             | Marion | Kesselring | MS
             | Henrik | Lauterbach | MR
             | Annegret | Voss | MS
             | Thomas | Brückner | MR
            Dr. | Karla | Wendt | MS
             | Markus | Eichhorn | MR
             | Nadine | Rosenzweig | MS
             | Florian | Haberkorn | MR
             | Sabine | Ottenstein | MS
             | Viktor | Semjonow | MR
             | Petra | Ahlbrecht | MS
             | Jens | Grünwald | MR
             | Gudrun | Siebenhaar | MS
             | Matthias | Kornblum | MR
             | Elif | Yıldırım | MS
             | Rainer | Trautvetter | MR
             | Hannelore | Zapf | MS
             | Samuel | Adeyemi | MR
             | Claudia | Marbach | MS
             | Uwe | Hellwig | MR
            Dr. | Ngoc Anh | Pham | MS
             | Stefan | Rittermann | MR
             | Lena | Sommerlatte | MS
             | Dieter | Wachholz | MR
             | Jolanta | Kowalczyk | MS
             | Bernd | Osterloh | MR
             | Freya | Lindqvist | MS
             | Tobias | Amsel | MR
             | Miriam | Goldacker | MS
            Dr. | Prisca | Hagedorn | MS
             | Jonathan | Weidlich | MR
             | Aylin | Demirci | MS
             | Kai | Buchfink |
             | Ruben | Steinkopf | MR
             | Wiebke | Tannert | MS
             | Günter | Schaffrath | MR
             | Regina | Pelz | MS
             | Ralf | Nonnenmacher | MR
             | Ines | Korthals | MS
             | Wolfgang | Degenhart | MR
             | Katrin | Zillmann | MS
             | Christian | Moosbrugger | MR
            Prof. Dr. | Leopold | Arnsberg | MR
             | Yasmin | El-Khatib | MS
             | Moritz | Vandenberg | MR
             | Charlotte | Siegismund | MS
             | Robin | Falkenrath |
             | Heidemarie | Ackermann-Rott | MS
             | Erhard | Kühnemund | MR
             | Silke | Bornschlegel | MS
            """;

    /** The same of everybody else, in the order in which their organizations take them. */
    private static final String RESIDENTS = """
             | Roya | Ahmadi | MS
             | Benedikt | Klingsporn | MR
             | Ulrike | Fassbender | MS
             | Piotr | Zieliński | MR
             | Anja | Wolkenhauer | MS
             | Karsten | Mehlhorn | MR
            Dr. | Helene | Jahnke | MS
             | Omar | Benhaddou | MR
             | Birte | Harmsen | MS
             | Sascha | Grolmann |
             | Waltraud | Nickelsen | MS
             | Horst | Pfannschmidt | MR
             | Edeltraud | Böhnisch | MS
             | Siegfried | Malchow | MR
             | Ludmila | Sokolowa | MS
             | Manfred | Hasenbein | MR
             | Irmgard | Taubert | MS
             | Klaus-Peter | Rößler | MR
             | Ingeborg | Dünnebier | MS
             | Hartmut | Quandt | MR
             | Renate | Kirchgässner | MS
             | Mia | Sonnenschein-Bach | MS
             | Emre | Kaplan | MR
             | Leonie | Hartleb | MS
             | Finn | Oelschläger | MR
             | Thanh Mai | Tran | MS
             | Jakob | Wermuth | MR
             | Zoe | Lichtenfels | MS
             | Amadou | Diallo | MR
             | Lotte | Immergrün | MS
             | Gerald | Bauerfeind | MR
             | Roswitha | Kleemann | MS
             | Steffen | Ziegenrück | MR
             | Heike | Morgenroth | MS
             | Lothar | Ziebarth | MR
             | Simone | Beerbaum | MS
             | Andreas | Stollberg | MR
             | Doreen | Kirschstein | MS
             | Torsten | Haselhuhn | MR
             | Elke | Brandmüller | MS
             | Mario | Jungnickel | MR
             | Carola | Winzer | MS
             | Falk | Ohlendorf | MR
             | Beate | Schönknecht | MS
             | Enrico | Saalbach | MR
             | Yvonne | Thalmann | MS
             | Volker | Mohnhaupt | MR
             | Jacqueline | Ebert-Lange | MS
             | Udo | Wiesenhütter | MR
             | Antje | Kratochvil | MS
             | Detlef | Rabenstein | MR
             | Mandy | Flechsig | MS
             | Norbert | Heuschkel | MR
             | Dagmar | Seidenfaden | MS
             | Olaf | Küchenmeister | MR
             | Kerstin | Waldvogel | MS
             | Bodo | Gänsicke | MR
             | Franziska | Apelt | MS
            """;

    private DemoLindenau() {}

    /** The mayor, a councillor who has left, a guest, and the administration's three. */
    static Map<PersonId, PersonDetails> officers() {
        var officers = new LinkedHashMap<PersonId, PersonDetails>();
        officers.put(DemoCity.MAYOR, person(" | Johannes | Lindner-Graf | MR"));
        officers.put(DemoCity.FORMER_COUNCILLOR, person(" | Gerlinde | Pfeilschmidt | MS"));
        officers.put(DemoCity.GUEST, person(" | Ruth | Amselgrund | MS"));
        officers.put(DemoCity.SECRETARY, person(" | Birgit | Hollenbach | MS"));
        officers.put(DemoCity.ADMINISTRATOR, person(" | Daniel | Tschirner | MR"));
        officers.put(DemoCity.AUDITOR, person(" | Friederike | Stahlhut | MS"));
        return officers;
    }

    /** Everybody in the offices who is nothing else in the city. */
    static Map<PersonId, PersonDetails> staff() {
        var staff = new LinkedHashMap<PersonId, PersonDetails>();
        staff.put(DemoCity.PLANNER, person(" | Mareike | Sturmhöfel | MS"));
        staff.put(DemoCity.HEAD_OF_PLANNING, person(" | Konrad | Bergengrün | MR"));
        staff.put(DemoCity.TREASURER, person(" | Annett | Pfeiffenberger | MS"));
        staff.put(DemoCity.person("council-office-worker"), person(" | Tim | Hasenclever | MR"));
        staff.put(DemoCity.person("mayors-office-worker"), person(" | Sigrid | Lampertius | MS"));
        staff.put(DemoCity.person("planning-worker-2"), person(" | Ayşe | Koçak | MS"));
        staff.put(DemoCity.person("treasury-worker"), person(" | Ronny | Wetzstein | MR"));
        staff.put(DemoCity.person("legal-head"), person("Dr. | Cornelius | Abendroth | MR"));
        staff.put(DemoCity.person("legal-worker"), person(" | Jana | Ebersbach | MS"));
        staff.put(DemoCity.person("environment-head"), person(" | Thea | Rosenstock | MS"));
        staff.put(DemoCity.person("environment-worker"), person(" | Malte | Fichtner | MR"));
        staff.put(DemoCity.person("culture-head"), person(" | Dorothea | Klingebiel | MS"));
        staff.put(DemoCity.person("culture-worker"), person(" | Jannis | Papadopoulos | MR"));
        return staff;
    }

    static Map<PersonId, PersonDetails> councillors() {
        var rows = rows(COUNCILLORS);
        var councillors = new LinkedHashMap<PersonId, PersonDetails>();
        IntStream.range(0, rows.size()).forEach(it -> councillors.put(DemoCity.COUNCILLORS.get(it), rows.get(it)));
        return councillors;
    }

    static Map<PersonId, PersonDetails> residents() {
        var rows = rows(RESIDENTS);
        var residents = new LinkedHashMap<PersonId, PersonDetails>();
        IntStream.range(0, rows.size()).forEach(it -> residents.put(DemoCity.resident(it + 1), rows.get(it)));
        return residents;
    }

    private static List<PersonDetails> rows(String text) {
        return text.lines().map(DemoLindenau::person).toList();
    }

    private static PersonDetails person(String row) {
        var cells = row.split("\\|", -1);
        var name = new PersonName(cells[0], cells[1], cells[2]);
        var form = cells[3].strip();
        var addressForm = form.isEmpty() ? null : AddressForm.valueOf(form);
        return new PersonDetails(name, addressForm, mail(name), gender(addressForm));
    }

    /** Who wants to be addressed by neither form has not said it. */
    private static @Nullable Gender gender(@Nullable AddressForm form) {
        return switch (form) {
            case MS -> Gender.FEMALE;
            case MR -> Gender.MALE;
            case null -> null;
        };
    }

    private static String mail(PersonName name) {
        return "%s.%s@lindenau.example".formatted(plain(name.given()), plain(name.family()));
    }

    /** Letters as they may stand in a mail address. */
    private static String plain(String name) {
        var spelled = name.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ı", "i")
                .replace("ş", "s")
                .replace(' ', '-');
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
    }
}
