package de.ratssaal.paper;

import de.ratssaal.base.Refusal;

/**
 * A section that belongs to papers of a kind.
 *
 * @param key by which papers keep what was written; stays when the heading changes
 * @param help what the section is for, for those who write; may be empty
 * @param prefilled what stands there when a paper is begun; may be empty
 * @param required whether the paper cannot be released without it
 * @param isPublic whether everybody may read it in a public paper; otherwise only those who may read what is not public
 */
public record TemplateSection(
        String key,
        String heading,
        String help,
        String prefilled,
        SectionKind kind,
        boolean required,
        boolean isPublic) {

    /** The section that every paper had from the beginning. */
    public static final String REASONS = "reasons";

    public TemplateSection {
        heading = PlainText.line(heading);
        help = PlainText.line(help);
        prefilled = PlainText.paragraphs(prefilled);
        if (!TemplateField.KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key " + key);
        }
        if (heading.isEmpty() || heading.length() > TemplateField.LONGEST_LABEL) {
            throw new Refusal("paper.template.heading-wrong");
        }
        if (key.equals(REASONS) && (!isPublic || kind != SectionKind.TEXT)) {
            throw new Refusal("paper.template.reasons-public");
        }
    }

    boolean isReasons() {
        return key.equals(REASONS);
    }
}
