package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What belongs to papers of a kind.
 *
 * @param name of the kind in the city's words, such as {@code Beschlussvorlage}
 * @param fields what is asked for, in order
 * @param sections what is written beside the resolution proposal, in order
 */
public record TemplateDesign(
        String name,
        List<TemplateField> fields,
        List<TemplateSection> sections,
        Numbering numbering,
        SignatureRule signatures) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;

    public TemplateDesign {
        name = PlainText.line(name);
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal("paper.template.name-wrong");
        }
        if (fields.size() > MOST || sections.size() > MOST) {
            throw new Refusal("paper.template.too-much", MOST);
        }
        var keys = Stream.concat(
                fields.stream().map(it -> "f" + it.key()), sections.stream().map(it -> "s" + it.key()));
        if (keys.distinct().count() < fields.size() + sections.size()) {
            throw new IllegalArgumentException("a key twice");
        }
    }

    Optional<TemplateSection> section(String key) {
        return sections.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    String serialise() {
        return JSON.writeValueAsString(this);
    }

    static TemplateDesign parse(String serialised) {
        return JSON.readValue(serialised, TemplateDesign.class);
    }
}
