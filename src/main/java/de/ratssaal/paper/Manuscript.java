package de.ratssaal.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A paper as it stands on its authors' desks: every letter as it was typed, half a date, a point without text.
 *
 * <p>Points and their parts are rows that keep their identity wherever they are moved, so that two people can write in the
 * same paper. Everything that is written stands at a place of its own, see {@link Places}.
 *
 * @param rows points and parts, in order
 * @param texts what stands at the places; where nothing stands, there is no entry
 * @param rivals wordings about which somebody has to decide
 */
public record Manuscript(List<String> rows, Map<String, String> texts, List<Rival> rivals) {

    public static final Manuscript EMPTY = new Manuscript(List.of(), Map.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PART = "part";

    public Manuscript {
        rows = List.copyOf(rows);
        rivals = List.copyOf(rivals);
        var written = new TreeMap<String, String>();
        texts.forEach((place, text) -> {
            if (!text.isEmpty()) {
                written.put(place, text);
            }
        });
        texts = Collections.unmodifiableSortedMap(written);
    }

    /** What a new row is called. */
    public static String newRow() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** What stands there; empty if nothing does. */
    public String text(String place) {
        return texts.getOrDefault(place, "");
    }

    public Manuscript with(String place, String text) {
        var changed = new TreeMap<>(texts);
        changed.put(place, text);
        return new Manuscript(rows, changed, rivals);
    }

    public Manuscript withTexts(Map<String, String> others) {
        var changed = new TreeMap<>(texts);
        changed.putAll(others);
        return new Manuscript(rows, changed, rivals);
    }

    public Manuscript withRows(List<String> others) {
        var changed = new TreeMap<>(texts);
        changed.keySet()
                .removeIf(place ->
                        Places.rowOf(place).map(it -> !others.contains(it)).orElse(false));
        return new Manuscript(others, changed, rivals);
    }

    /** Whether a row is part of the point above it. The first row is always a point. */
    public boolean isPart(String row) {
        return !rows.isEmpty() && !rows.getFirst().equals(row) && PART.equals(text(Places.row(row, Places.LEVEL)));
    }

    public Manuscript withPart(String row, boolean isPart) {
        return with(Places.row(row, Places.LEVEL), isPart ? PART : "");
    }

    /** The report that is owed on a point. */
    public @Nullable ReportDuty report(String row) {
        return Dates.report(text(Places.row(row, Places.REPORT)));
    }

    public Manuscript withReport(String row, @Nullable ReportDuty report) {
        return with(Places.row(row, Places.REPORT), report == null ? "" : Dates.written(report));
    }

    /** How a row is numbered: {@code 03}, or {@code 03 (2)} for a part. */
    public String label(String row) {
        var point = 0;
        var part = 0;
        for (var it : rows) {
            if (isPart(it)) {
                part++;
            } else {
                point++;
                part = 0;
            }
            if (it.equals(row)) {
                return part == 0 ? "%02d".formatted(point) : "%02d (%d)".formatted(point, part);
            }
        }
        return "";
    }

    /** Wordings that wait for a decision at a place. */
    public List<Rival> rivalsAt(String place) {
        return rivals.stream().filter(it -> it.place().equals(place)).toList();
    }

    /** A decision between what stands at a place and its rival. */
    public Manuscript decided(Rival rival, RivalChoice choice) {
        var other = text(rival.textPlace());
        var here = text(rival.place());
        var text = switch (choice) {
            case STANDING -> here;
            case RIVAL -> other;
            case BOTH -> here.isBlank() || other.isBlank() ? here + other : here + "\n" + other;
        };
        var changed = new TreeMap<>(texts);
        changed.remove(rival.textPlace());
        changed.put(rival.place(), text);
        return new Manuscript(
                rows, changed, rivals.stream().filter(it -> !it.equals(rival)).toList());
    }

    /**
     * The proposal that is written here, as far as it can be had already.
     *
     * @throws de.ratssaal.base.Refusal never: a date that cannot be is left out
     */
    @JsonIgnore
    public ResolutionProposal proposal() {
        var points = new ArrayList<ResolutionPoint>();
        for (var place = 0; place < rows.size(); ) {
            var row = rows.get(place++);
            var parts = new ArrayList<SubPoint>();
            while (place < rows.size() && isPart(rows.get(place))) {
                parts.add(new SubPoint("", text(Places.row(rows.get(place++)))));
            }
            points.add(new ResolutionPoint(
                    "",
                    text(Places.row(row)),
                    parts,
                    text(Places.row(row, Places.RESPONSIBLE)),
                    Dates.due(text(Places.row(row, Places.FROM)), text(Places.row(row, Places.UNTIL))),
                    Dates.report(text(Places.row(row, Places.REPORT)))));
        }
        return new ResolutionProposal(text(Places.INTRO), points);
    }

    /** The same with another proposal; points that say what one said before keep their identity. */
    public Manuscript with(ResolutionProposal proposal) {
        var before = new ArrayList<>(rows);
        var now = new ArrayList<String>();
        var texts = new TreeMap<String, String>();
        for (var point : proposal.points()) {
            var row = take(before, point.text()).orElseGet(Manuscript::newRow);
            now.add(row);
            texts.put(Places.row(row), point.text());
            texts.put(Places.row(row, Places.LEVEL), "");
            texts.put(Places.row(row, Places.RESPONSIBLE), point.responsible() == null ? "" : point.responsible());
            var due = point.due();
            texts.put(
                    Places.row(row, Places.FROM),
                    due == null || due.from() == null ? "" : due.from().toString());
            texts.put(
                    Places.row(row, Places.UNTIL),
                    due == null ? "" : due.until().toString());
            texts.put(Places.row(row, Places.REPORT), point.report() == null ? "" : Dates.written(point.report()));
            for (var part : point.subPoints()) {
                var below = take(before, part.text()).orElseGet(Manuscript::newRow);
                now.add(below);
                texts.put(Places.row(below), part.text());
                texts.put(Places.row(below, Places.LEVEL), PART);
            }
        }
        texts.put(Places.INTRO, proposal.intro());
        return withRows(now).withTexts(texts);
    }

    private Optional<String> take(List<String> before, String text) {
        var same = before.stream()
                .filter(it -> PlainText.paragraphs(text(Places.row(it))).equals(text))
                .findFirst();
        same.ifPresent(before::remove);
        return same;
    }

    /** What a paper says, as its authors would find it on their desks. */
    Manuscript with(PaperContent content) {
        var texts = new TreeMap<String, String>();
        texts.put(Places.TITLE, content.title());
        texts.put(Places.ORIGINATOR, content.originator());
        texts.put(Places.PUBLIC, Boolean.toString(content.isPublic()));
        texts.put(Places.section(TemplateSection.REASONS), content.reasons());
        content.details().fields().forEach(it -> texts.put(Places.field(it.key()), it.text()));
        for (var section : content.details().sections()) {
            texts.put(Places.section(section.key()), section.text());
            var costs = section.costs();
            texts.put(Places.section(section.key(), Places.ONCE), costs.once());
            texts.put(Places.section(section.key(), Places.YEARLY), costs.yearly());
            texts.put(Places.section(section.key(), Places.FUNDED), costs.funded());
            texts.put(Places.section(section.key(), Places.BUDGET_LINE), costs.budgetLine());
            var rating = section.rating();
            texts.put(Places.section(section.key(), Places.RATING), rating == null ? "" : rating.name());
        }
        return with(content.proposal()).withTexts(texts);
    }

    /**
     * What would be released.
     *
     * @param design asks for fields and sections; what it does not ask for stays in the manuscript only
     * @param title if none is written here yet
     */
    PaperContent content(PaperType type, TemplateDesign design, String title) {
        var written = PlainText.line(text(Places.TITLE));
        return new PaperContent(
                type,
                written.isEmpty() ? title : written,
                text(Places.ORIGINATOR),
                Boolean.parseBoolean(text(Places.PUBLIC)),
                proposal(),
                design.section(TemplateSection.REASONS).isPresent()
                        ? text(Places.section(TemplateSection.REASONS))
                        : "",
                new PaperDetails(
                        design.fields().stream().map(this::field).toList(),
                        design.sections().stream()
                                .filter(it -> !it.isReasons())
                                .map(this::section)
                                .toList()));
    }

    private FieldText field(TemplateField field) {
        return new FieldText(field.key(), field.label(), field.type(), PlainText.line(text(Places.field(field.key()))));
    }

    private SectionText section(TemplateSection section) {
        var key = section.key();
        return new SectionText(
                key,
                section.heading(),
                section.kind(),
                section.isPublic(),
                PlainText.paragraphs(text(Places.section(key))),
                switch (section.kind()) {
                    case FINANCES ->
                        new Costs(
                                line(key, Places.ONCE),
                                line(key, Places.YEARLY),
                                line(key, Places.FUNDED),
                                line(key, Places.BUDGET_LINE));
                    case TEXT, CLIMATE -> Costs.NONE;
                },
                switch (section.kind()) {
                    case CLIMATE -> rating(text(Places.section(key, Places.RATING)));
                    case TEXT, FINANCES -> null;
                });
    }

    private String line(String section, String part) {
        return PlainText.line(text(Places.section(section, part)));
    }

    private static @Nullable ClimateRating rating(String name) {
        return name.isEmpty() ? null : ClimateRating.valueOf(name);
    }

    String serialise() {
        return JSON.writeValueAsString(this);
    }

    static Manuscript parse(String serialised) {
        return JSON.readValue(serialised, Manuscript.class);
    }
}
