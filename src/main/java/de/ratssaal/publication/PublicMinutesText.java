package de.ratssaal.publication;

import de.ratssaal.minutes.SheetPart;
import de.ratssaal.minutes.WrittenMinutes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Written minutes in the form in which they are published. */
final class PublicMinutesText {

    private PublicMinutesText() {}

    static List<PublicMinutes.Part> parts(WrittenMinutes minutes) {
        return minutes.parts().stream().flatMap(PublicMinutesText::part).toList();
    }

    private static Stream<PublicMinutes.Part> part(SheetPart part) {
        return switch (part) {
            case SheetPart.Heading heading ->
                Stream.of(PublicMinutes.Part.of(
                        heading.level() == 2 ? PublicMinutes.Kind.HEADING : PublicMinutes.Kind.ITEM, heading.text()));
            case SheetPart.Text text -> Stream.of(PublicMinutes.Part.of(PublicMinutes.Kind.TEXT, text.text()));
            case SheetPart.Note note -> Stream.of(PublicMinutes.Part.of(PublicMinutes.Kind.NOTE, note.text()));
            case SheetPart.Facts facts ->
                Stream.of(PublicMinutes.Part.of(
                        PublicMinutes.Kind.FACTS,
                        facts.title(),
                        facts.facts().stream()
                                .map(it -> List.of(it.name(), it.value()))
                                .toList()));
            case SheetPart.Table table ->
                Stream.of(
                        new PublicMinutes.Part(PublicMinutes.Kind.TABLE, table.title(), table.header(), table.rows()));
            case SheetPart.Wording wording ->
                Stream.of(PublicMinutes.Part.of(
                        PublicMinutes.Kind.WORDING,
                        wording.title(),
                        wording.points().stream()
                                .map(it -> it.depth() == 0
                                        ? List.of(it.label(), it.text())
                                        : List.of(it.label(), it.text(), "part"))
                                .toList()));
            case SheetPart.Result result ->
                Stream.of(PublicMinutes.Part.of(
                        PublicMinutes.Kind.RESULT,
                        result.outcome(),
                        result.count().isEmpty() ? List.of() : List.of(List.of(result.count()))));
            case SheetPart.Signatures none -> Stream.empty(); // the public version has none
        };
    }

    /** All of it, for searching. */
    static String searched(List<PublicMinutes.Part> parts) {
        return parts.stream()
                .flatMap(it ->
                        Stream.concat(Stream.of(it.text()), it.rows().stream().flatMap(List::stream)))
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
