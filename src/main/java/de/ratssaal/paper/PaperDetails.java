package de.ratssaal.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a paper says beside title, proposal and reasons, as its template asks for it. What is empty is left out. */
public record PaperDetails(List<FieldText> fields, List<SectionText> sections) {

    public static final PaperDetails NONE = new PaperDetails(List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public PaperDetails {
        fields = fields.stream().filter(it -> !it.text().isEmpty()).toList();
        sections = sections.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** Without the sections that are not for everybody. */
    public PaperDetails forEverybody() {
        return new PaperDetails(
                fields, sections.stream().filter(SectionText::isPublic).toList());
    }

    /** Everything that everybody may read, for searching. */
    String openText() {
        return Stream.concat(
                        fields.stream().map(it -> it.label() + " " + it.text()),
                        sections.stream().filter(SectionText::isPublic).map(SectionText::wording))
                .collect(Collectors.joining("\n"));
    }

    /** What is not for everybody, for searching. */
    String closedText() {
        return sections.stream()
                .filter(it -> !it.isPublic())
                .map(SectionText::wording)
                .collect(Collectors.joining("\n"));
    }

    /** Whether it says that something is paid or brought in. */
    @JsonIgnore
    public boolean nameCosts() {
        return sections.stream().map(SectionText::costs).anyMatch(it -> !it.isEmpty());
    }

    String serialise() {
        return JSON.writeValueAsString(this);
    }

    static PaperDetails parse(String serialised) {
        return JSON.readValue(serialised, PaperDetails.class);
    }
}
