package de.ratssaal.paper;

import java.util.List;

/** The templates with which a body begins. They are German, as are the papers. */
final class TemplatePresets {

    /** For papers that were written before there were templates. */
    static final TemplateDesign FORMER =
            new TemplateDesign("Drucksache", List.of(), List.of(reasons(false)), Numbering.SHARED, SignatureRule.NONE);

    private TemplatePresets() {}

    static TemplateDesign of(PaperType type) {
        return switch (type) {
            case PROPOSAL ->
                new TemplateDesign(
                        "Beschlussvorlage",
                        List.of(office(), legalBasis(), earlierResolutions()),
                        List.of(reasons(false), finances(), climate()),
                        Numbering.SHARED,
                        SignatureRule.NONE);
            case MOTION ->
                new TemplateDesign(
                        "Antrag",
                        List.of(),
                        List.of(reasons(false), finances()),
                        Numbering.SHARED,
                        new SignatureRule(1, true, false, false));
            case URGENT_MOTION ->
                new TemplateDesign(
                        "Dringlichkeitsantrag",
                        List.of(),
                        List.of(urgency(), reasons(false)),
                        Numbering.SHARED,
                        new SignatureRule(1, true, false, false));
            case INQUIRY ->
                new TemplateDesign(
                        "Anfrage",
                        List.of(),
                        List.of(text(TemplateSection.REASONS, "Fragen", "Eine Frage je Absatz, mit Nummern.", false)),
                        Numbering.SHARED,
                        SignatureRule.NONE);
            case INFORMATION ->
                new TemplateDesign(
                        "Informationsvorlage",
                        List.of(office()),
                        List.of(text(TemplateSection.REASONS, "Information", "", false)),
                        Numbering.SHARED,
                        SignatureRule.NONE);
            case AMENDMENT ->
                new TemplateDesign(
                        "Änderungsantrag",
                        List.of(new TemplateField(
                                "amended-paper",
                                "Geänderte Drucksache",
                                "Nummer, zum Beispiel 0042/26",
                                FieldType.TEXT,
                                false,
                                List.of())),
                        List.of(reasons(false)),
                        Numbering.SHARED,
                        new SignatureRule(1, true, false, false));
            case PETITION ->
                new TemplateDesign(
                        "Petition",
                        List.of(new TemplateField("received", "Eingegangen am", "", FieldType.DATE, false, List.of())),
                        List.of(
                                text(TemplateSection.REASONS, "Anliegen", "Was begehrt wird, und warum.", false),
                                new TemplateSection(
                                        "petitioner",
                                        "Angaben zur Person",
                                        "Name und Anschrift; nicht öffentlich.",
                                        "",
                                        SectionKind.TEXT,
                                        false,
                                        false)),
                        Numbering.SHARED,
                        SignatureRule.NONE);
        };
    }

    private static TemplateSection reasons(boolean required) {
        return text(TemplateSection.REASONS, "Begründung", "Warum das beschlossen werden soll.", required);
    }

    private static TemplateSection urgency() {
        return text(
                "urgency",
                "Begründung der Dringlichkeit",
                "Warum das nicht bis zur nächsten Sitzung warten kann.",
                true);
    }

    private static TemplateSection text(String key, String heading, String help, boolean required) {
        return new TemplateSection(key, heading, help, "", SectionKind.TEXT, required, true);
    }

    private static TemplateSection finances() {
        return new TemplateSection(
                "finances",
                "Finanzielle Auswirkungen",
                "Was es kostet oder einbringt, und woher das Geld kommt.",
                "",
                SectionKind.FINANCES,
                false,
                true);
    }

    private static TemplateSection climate() {
        return new TemplateSection(
                "climate",
                "Auswirkungen auf das Klima",
                "Wie sich der Vorschlag auf Treibhausgase und Anpassung auswirkt.",
                "",
                SectionKind.CLIMATE,
                false,
                true);
    }

    private static TemplateField office() {
        return new TemplateField("office", "Zuständiges Amt", "", FieldType.OFFICE, false, List.of());
    }

    private static TemplateField legalBasis() {
        return new TemplateField(
                "legal-basis", "Rechtsgrundlage", "Zum Beispiel § 22 Abs. 3 ThürKO", FieldType.TEXT, false, List.of());
    }

    private static TemplateField earlierResolutions() {
        return new TemplateField(
                "earlier-resolutions",
                "Frühere Beschlüsse",
                "Nummern der Drucksachen",
                FieldType.TEXT,
                false,
                List.of());
    }
}
