package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a template asks for beside the text.
 *
 * @param key by which papers keep what was entered; stays when the label changes
 * @param label in the city's words
 * @param help shown below the field; may be empty
 * @param required whether the paper cannot be released without it
 * @param choices what can be chosen, for {@link FieldType#CHOICE}
 */
public record TemplateField(
        String key, String label, String help, FieldType type, boolean required, List<String> choices) {

    static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");
    static final int LONGEST_LABEL = 100;

    public TemplateField {
        label = PlainText.line(label);
        help = PlainText.line(help);
        choices = choices.stream()
                .map(PlainText::line)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key " + key);
        }
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new Refusal("paper.template.label-wrong");
        }
        if (type == FieldType.CHOICE && choices.size() < 2) {
            throw new Refusal("paper.template.choices-missing", label);
        }
    }
}
