package de.ratssaal.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a wording who has to do something and to whom a report is owed. */
final class Duties {

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

    /** Tolerates a missing or doubled letter, as in "Oberbürgemeister". */
    private static final String MAYOR = "B(?:ü|ue|u)r{0,2}ge?r{0,2}-?meister(?:in)?";

    private static final String OFFICE = "(?<office>Ober[- ]?b" + MAYOR.substring(1) + "|" + MAYOR
            + "|Landr(?:at|ätin)|(?:Stadt|Gemeinde|Kreis|Landkreis|Orts|Fach)?[Vv]erwaltung|Magistrat|Gemeindevorstand"
            + "|(?:Stadt)?[Kk]ämmer(?:er|in|ei)|(?:hauptamtliche[rn]?\\s)?Beigeordnete[rn]?(?:\\sfür\\s\\p{Lu}[\\p{L}-]+(?:(?:,\\s|\\sund\\s)\\p{Lu}[\\p{L}-]+){0,4})?"
            + "|Dezernat\\s(?:\\d{1,2}|[IVX]{1,4}|\\p{Lu}[\\p{L}-]+)|Dezernent(?:in)?|Amt\\sfür\\s\\p{Lu}[\\p{L}-]+(?:(?:,\\s|\\sund\\s)\\p{Lu}[\\p{L}-]+){0,4}"
            + "|\\p{Lu}[\\p{L}-]{2,30}(?:amt|betrieb|werke)|Werkleitung|Geschäftsführung|Betriebsleitung)";
    private static final Pattern NAMED_OFFICE =
            Pattern.compile("(?<![\\p{L}-])(?:[Dd]er|[Dd]ie|[Dd]as)\\s{1,5}" + OFFICE + "(?![\\p{L}-])", FLAGS);
    private static final Pattern CHARGED = Pattern.compile(
            "\\b(?:wird|werden|ist|sind|sei|seien)\\b.*\\b(?:beauftragt|gebeten|aufgefordert|ersucht|ermächtigt|verpflichtet|angewiesen|angehalten)\\b",
            FLAGS | Pattern.DOTALL);
    private static final Pattern ACTS = Pattern.compile(
            "^\\W{0,3}(?:Der|Die|Das)\\s{1,5}" + OFFICE
                    + "\\s{1,5}(?:legt|prüft|berichtet|erstellt|erarbeitet|stellt|informiert|veranlasst|hat|soll|sorgt|führt|nimmt|richtet|schließt|schafft|unterrichtet)\\b",
            FLAGS);
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:Verantwortlich(?:keit)?|Zuständig(?:keit)?|Federführung|Federführend)(?:e[rs]?\\s(?:Stelle|Bereich|Amt))?\\s{0,3}:\\s{0,3}([^\\n;.,()]{2,60})",
            FLAGS);

    private static final Pattern REPORT = Pattern.compile(
            "(?:[Ss]achstand|[Zz]wischen|[Aa]bschluss|[Ff]ortschritts|[Ss]achstands|[Jj]ahres)?[Bb]ericht(?:e[ns]?|s|erstattung)?\\b|\\bberichtet\\b|\\bzu\\s(?:berichten|informieren|unterrichten)\\b|\\bSachstand\\b",
            FLAGS);
    private static final Pattern RECIPIENT = Pattern.compile(
            "\\b(?:(?:[Ii]m|[Dd]em|[Ii]n\\sdem|[Vv]or\\sdem|[Aa]n\\sden)\\s{1,5}(?:\\p{Lu}[\\p{L}-]{0,60})?(?:[Aa]usschu(?:ss|ß)|[Rr]at|[Bb]eirat)"
                    + "|[Dd]er\\s{1,5}(?:\\p{Lu}[\\p{L}-]{0,60})?(?:[Vv]ersammlung|[Kk]ommission|[Vv]ertretung))"
                    + "(?:\\s(?:für|des|der)\\s\\p{Lu}[\\p{L}-]+(?:(?:,\\s|\\sund\\s|,\\sund\\s)\\p{Lu}[\\p{L}-]+){0,5})?(?![\\p{L}-])",
            FLAGS);
    private static final Pattern ARTICLE = Pattern.compile("^.*?\\s{1,5}(?=\\p{Lu})", FLAGS);
    private static final Pattern FIRST =
            Pattern.compile("\\b(?:erstmals?|erstmalig|beginnend)\\b", FLAGS | Pattern.CASE_INSENSITIVE);
    private static final Pattern REPEATED = Pattern.compile(
            "\\b(?:erstmals?|erstmalig|beginnend|jährlich|halbjährlich|vierteljährlich|quartalsweise|monatlich|regelmäßig|fortlaufend|laufend|jeweils)\\b",
            FLAGS | Pattern.CASE_INSENSITIVE);

    private Duties() {}

    /** The office that has to see to it. */
    static @Nullable String responsible(String wording) {
        var said = SAID.matcher(wording);
        if (said.find()) {
            return said.group(1).strip();
        }
        for (var sentence : Sentences.of(wording)) {
            var acting = ACTS.matcher(sentence);
            if (acting.find()) {
                return usual(acting.group("office"));
            }
            var named = NAMED_OFFICE.matcher(sentence);
            if (CHARGED.matcher(sentence).find() && named.find()) {
                return usual(named.group("office"));
            }
        }
        return null;
    }

    private static String usual(String written) {
        var ending = written.endsWith("in") ? "in" : "";
        if (written.matches("Ober[- ]?b" + MAYOR.substring(1))) {
            return "Oberbürgermeister" + ending;
        }
        return written.matches(MAYOR) ? "Bürgermeister" + ending : written;
    }

    /** The report that is owed, with its first day as far as the same sentence says it. */
    static @Nullable ReportDuty report(String wording) {
        for (var sentence : Sentences.of(wording)) {
            var recipient = RECIPIENT.matcher(sentence);
            if (REPORT.matcher(sentence).find() && recipient.find()) {
                return new ReportDuty(
                        ARTICLE.matcher(recipient.group()).replaceFirst(""),
                        firstDay(sentence, DueDates.in(sentence)).orElse(null),
                        REPEATED.matcher(sentence).find());
            }
        }
        return null;
    }

    private static Optional<LocalDate> firstDay(String sentence, List<DueDates.Found> dates) {
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        var due = dates.getFirst().due();
        if (due.from() != null) {
            return Optional.of(due.from());
        }
        return FIRST.matcher(sentence).find() ? Optional.of(due.until()) : Optional.empty();
    }
}
