package de.ratssaal.minutes;

import de.ratssaal.attendance.Place;
import de.ratssaal.base.Messages;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.VoteMarks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the facts of minutes into words, in the language in which the record is kept. */
@Component
public class MinutesWriting {

    /** The official language (§ 23 VwVfG): minutes are German whoever reads them. */
    public static final Locale LANGUAGE = Locale.GERMAN;

    private static final Pattern POINT = Pattern.compile("\\d{2}");
    private static final Pattern PART = Pattern.compile("(\\(\\d{1,2}\\))\\s+(.*)", Pattern.DOTALL);

    private final Messages messages;

    MinutesWriting(Messages messages) {
        this.messages = messages;
    }

    public WrittenMinutes write(MinutesSheet sheet) {
        var parts = new ArrayList<SheetPart>();
        parts.add(facts(sheet));
        parts.add(new SheetPart.Heading(2, text("minutes.text.attendance")));
        parts.add(present(sheet));
        if (!sheet.absent().isEmpty()) {
            parts.add(absent(sheet));
        }
        if (!sheet.leftVotes().isEmpty()) {
            parts.add(leftVotes(sheet));
        }
        if (!sheet.intro().isBlank()) {
            parts.add(new SheetPart.Heading(2, text("minutes.text.opening")));
            paragraphs(sheet.intro()).forEach(it -> parts.add(new SheetPart.Text(it)));
        }
        addItems(sheet, true, parts);
        addItems(sheet, false, parts);
        addEnd(sheet, parts);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(LANGUAGE)
                .format(sheet.begin().atZone(sheet.zone()));
        return new WrittenMinutes(
                LANGUAGE,
                text("minutes.text.title"),
                sheet.title(),
                sheet.isPublicVersion() ? text("minutes.text.public-version") : "",
                "%s: %s, %s".formatted(text("minutes.text.title"), sheet.title(), day),
                "%s, %s".formatted(sheet.title(), day),
                text("minutes.text.page", "{0}", "{1}"),
                parts);
    }

    private SheetPart facts(MinutesSheet sheet) {
        var zone = sheet.zone();
        var facts = new ArrayList<SheetPart.Fact>();
        facts.add(fact("organization", sheet.organization()));
        facts.add(fact(
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(LANGUAGE)
                        .format(sheet.begin().atZone(zone))));
        if (!sheet.place().isBlank()) {
            facts.add(fact("place", sheet.place()));
        }
        facts.add(fact("mode", text("minutes.text.mode." + sheet.mode())));
        if (sheet.mode() != MeetingMode.IN_PERSON && !sheet.publicAccess().isBlank()) {
            facts.add(fact("public-access", sheet.publicAccess()));
        }
        facts.add(fact("begin", time(sheet.begin(), zone)));
        var end = sheet.end();
        facts.add(fact("end", end == null ? text("minutes.text.still-running") : time(end, zone)));
        if (!sheet.breaks().isEmpty()) {
            facts.add(fact(
                    "breaks",
                    sheet.breaks().stream()
                            .map(it -> span(it.from(), it.until(), zone))
                            .collect(joined())));
        }
        facts.add(fact("chair", chairs(sheet)));
        facts.add(fact("recorder", sheet.recorder().isBlank() ? text("minutes.text.open") : sheet.recorder()));
        facts.add(fact("summons", summons(sheet)));
        var quorum = sheet.quorum();
        facts.add(fact(
                "quorum",
                text(
                        quorumKey(quorum),
                        quorum.present(),
                        quorum.members(),
                        quorum.needed(),
                        quorum.source().toString())));
        var exclusions = sheet.exclusions();
        if (exclusions != null && exclusions > 0) {
            facts.add(fact("exclusion", text("minutes.text.exclusions", exclusions)));
        }
        return new SheetPart.Facts(text("minutes.text.facts"), facts);
    }

    private SheetPart.Fact fact(String name, String value) {
        return new SheetPart.Fact(text("minutes.text.fact." + name), value);
    }

    private String chairs(MinutesSheet sheet) {
        var chairs = sheet.chairs();
        return Stream.iterate(0, it -> it < chairs.size(), it -> it + 1)
                .map(it -> it == 0
                        ? chairs.get(it).name()
                        : text(
                                "minutes.text.chair-from",
                                chairs.get(it).name(),
                                clock(chairs.get(it).from(), sheet.zone())))
                .collect(joined());
    }

    private String summons(MinutesSheet sheet) {
        var summons = sheet.summons();
        var sentAt = summons.sentAt();
        var sent = sentAt == null
                ? text("minutes.text.open")
                : text(
                        summons.urgent() ? "minutes.text.summons.urgent" : "minutes.text.summons.sent",
                        sentAt.atZone(sheet.zone()).toLocalDate());
        var all = sent + " " + text(summons.allInvited() ? "minutes.text.summons.all" : "minutes.text.summons.not-all");
        return summons.calledAgain() == null
                ? all
                : all + " " + text("minutes.text.summons.again", summons.calledAgain());
    }

    private SheetPart present(MinutesSheet sheet) {
        var rows = sheet.present().stream()
                .map(it -> List.of(
                        it.name(),
                        it.group() == null ? "–" : it.group(),
                        VoteMarks.of(role(it, sheet), it.weight(), null, this::text),
                        it.spans().stream().map(span -> span(span, sheet)).collect(joined())))
                .toList();
        return new SheetPart.Table(
                text("minutes.text.present", rows.size()),
                List.of(
                        text("minutes.text.column.name"),
                        text("minutes.text.column.group"),
                        text("minutes.text.column.role"),
                        text("minutes.text.column.time")),
                rows);
    }

    private String role(MinutesSheet.Attendee attendee, MinutesSheet sheet) {
        var standsInFor = attendee.standsInFor();
        if (standsInFor == null) {
            return text("minutes.text.role." + attendee.role());
        }
        var stoodIn = attendee.stoodIn();
        return stoodIn == null
                ? text("minutes.text.stands-in-for", standsInFor)
                : text(
                        "minutes.text.stood-in-for",
                        standsInFor,
                        stoodIn.stream().map(it -> span(it, sheet)).collect(joined()));
    }

    private SheetPart absent(MinutesSheet sheet) {
        var rows = sheet.absent().stream()
                .map(it -> List.of(
                        it.name(),
                        it.group() == null ? "–" : it.group(),
                        text("minutes.text.role." + it.role()),
                        reason(it)))
                .toList();
        return new SheetPart.Table(
                text("minutes.text.absent", rows.size()),
                List.of(
                        text("minutes.text.column.name"),
                        text("minutes.text.column.group"),
                        text("minutes.text.column.role"),
                        text("minutes.text.column.reason")),
                rows);
    }

    private SheetPart leftVotes(MinutesSheet sheet) {
        return new SheetPart.Table(
                text("minutes.text.left-votes"),
                List.of(
                        text("minutes.text.column.left-by"),
                        text("minutes.text.column.left-to"),
                        text("minutes.text.column.left-for"),
                        text("minutes.text.column.time")),
                sheet.leftVotes().stream()
                        .map(it -> List.of(it.member(), it.holder(), leftFor(it), leftWhile(it, sheet.zone())))
                        .toList());
    }

    private String leftFor(MinutesSheet.LeftVote vote) {
        return vote.item() == null
                ? text("minutes.text.left-for-meeting")
                : text("minutes.text.left-for-item", vote.item());
    }

    private String leftWhile(MinutesSheet.LeftVote vote, ZoneId zone) {
        var since = vote.since();
        var until = vote.until();
        if (since == null && until == null) {
            return text("minutes.text.left-all-the-time");
        }
        if (since == null) {
            return text("minutes.text.left-until", clock(Objects.requireNonNull(until), zone));
        }
        return until == null
                ? text("minutes.text.left-since", clock(since, zone))
                : text("minutes.text.left-from-to", clock(since, zone), clock(until, zone));
    }

    private String reason(MinutesSheet.Absentee absentee) {
        var reason = absentee.reason();
        if (!absentee.excused()) {
            return text("minutes.text.not-excused");
        }
        return reason == null ? text("minutes.text.excused") : text("minutes.text.excused-for", reason);
    }

    private void addItems(MinutesSheet sheet, boolean isPublic, List<SheetPart> parts) {
        var items =
                sheet.items().stream().filter(it -> it.isPublic() == isPublic).toList();
        if (items.isEmpty()) {
            return;
        }
        parts.add(
                new SheetPart.Heading(2, text(isPublic ? "minutes.text.public-part" : "minutes.text.non-public-part")));
        items.forEach(it -> addItem(sheet, it, parts));
    }

    private String abandoned(MinutesSheet sheet, MinutesSheet.Abandoned poll) {
        var count = poll.count();
        var at = clock(poll.at(), sheet.zone());
        return count == null
                ? text("minutes.text.abandoned", at, poll.question(), poll.reason())
                : text(
                        "minutes.text.repeated",
                        at,
                        poll.question(),
                        count.yes(),
                        count.no(),
                        count.abstentions(),
                        poll.reason());
    }

    private String moved(MinutesSheet.Moved motion) {
        var what = motion.kind() == MotionKind.OTHER
                ? motion.words()
                : text("chamber.motion.kind." + motion.kind())
                        + (motion.words().isEmpty() ? "" : ": " + motion.words());
        var votes = motion.votes();
        var asking = motion.asking();
        var result = text("chamber.motion.state." + motion.state());
        return votes != null
                ? text(
                        "minutes.text.motion-voted",
                        what,
                        motion.mover(),
                        result,
                        votes.yes(),
                        votes.no(),
                        votes.abstentions())
                : asking != null
                        ? text("minutes.text.motion-asked", what, motion.mover(), result, asking)
                        : text("minutes.text.motion", what, motion.mover(), result);
    }

    private void addItem(MinutesSheet sheet, MinutesSheet.Item item, List<SheetPart> parts) {
        parts.add(new SheetPart.Heading(3, item.number() + "\u2002" + item.title()));
        var called = item.calledAt();
        var note = new ArrayList<String>();
        if (!item.papers().isEmpty()) {
            note.add(text("minutes.text.papers", item.papers().size(), String.join(", ", item.papers())));
        }
        if (called != null) {
            note.add(text("minutes.text.called", clock(called, sheet.zone())));
        } else if (item.state() == ItemState.PENDING
                && sheet.end() != null
                && item.decisions().isEmpty()) {
            note.add(text("minutes.text.not-called"));
        }
        if (!note.isEmpty()) {
            parts.add(new SheetPart.Note(String.join(" · ", note)));
        }
        var excludedBecause = item.excludedBecause();
        if (excludedBecause != null) {
            parts.add(new SheetPart.Text(text("minutes.text.excluded", excludedBecause)));
        }
        if (!item.recused().isEmpty()) {
            parts.add(new SheetPart.Text(text("minutes.text.recused", String.join(", ", item.recused()))));
        }
        paragraphs(item.text()).forEach(it -> parts.add(new SheetPart.Text(it)));
        item.abandoned().forEach(it -> parts.add(new SheetPart.Text(abandoned(sheet, it))));
        item.motions().forEach(it -> parts.add(new SheetPart.Text(moved(it))));
        item.decisions().forEach(it -> addDecision(item, it, parts));
    }

    private void addDecision(MinutesSheet.Item item, MinutesSheet.Decided decided, List<SheetPart> parts) {
        var asked = decided.question().strip();
        if (!asked.isEmpty() && !asked.equals(item.title())) {
            parts.add(new SheetPart.Text(asked));
        }
        if (!decided.wording().isBlank()) {
            parts.add(new SheetPart.Wording(text("minutes.text.wording"), points(decided.wording())));
        }
        var needed = decided.needed();
        if (needed != null) {
            parts.add(new SheetPart.Note(text("minutes.text.needed", text("organization.rules.majority." + needed))));
        }
        var count = decided.count();
        parts.add(new SheetPart.Result(
                capitalized(text("minutes.text.outcome." + decided.outcome())),
                count == null
                        ? ""
                        : text("minutes.text.count", count.yes(), count.no(), count.abstentions(), count.recused())));
        var mode = decided.mode();
        if (mode == BallotMode.SECRET || mode == BallotMode.ROLL_CALL) {
            parts.add(new SheetPart.Note(text("chamber.poll.mode." + mode)));
        }
        if (decided.invalid() > 0) {
            parts.add(new SheetPart.Note(text("voting.result.invalid", decided.invalid())));
        }
        if (decided.isByChair()) {
            parts.add(new SheetPart.Note(text("voting.casting-vote")));
        }
        for (var choice : Choice.values()) {
            var names = decided.votes().stream()
                    .filter(it -> it.choice() == choice)
                    .map(this::name)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                parts.add(new SheetPart.Note(text("minutes.text.voted." + choice, names)));
            }
        }
        if (decided.showOfHands() > 0) {
            parts.add(new SheetPart.Note(text("minutes.text.show-of-hands", decided.showOfHands())));
        }
    }

    private static String quorumKey(MinutesSheet.QuorumFinding quorum) {
        if (quorum.ofVotes()) {
            return quorum.isMet() ? "minutes.text.quorum.met-votes" : "minutes.text.quorum.not-met-votes";
        }
        return quorum.isMet() ? "minutes.text.quorum.met" : "minutes.text.quorum.not-met";
    }

    private String name(MinutesSheet.NamedVote vote) {
        var name = vote.group() == null ? vote.name() : "%s (%s)".formatted(vote.name(), vote.group());
        var marked = VoteMarks.of(name, vote.weight(), vote.castBy(), this::text);
        return vote.enteredFor()
                ? text(vote.corrected() ? "minutes.text.entered-corrected" : "minutes.text.entered-for", marked)
                : marked;
    }

    private void addEnd(MinutesSheet sheet, List<SheetPart> parts) {
        var end = sheet.end();
        if (end != null || !sheet.closing().isBlank()) {
            parts.add(new SheetPart.Heading(2, text("minutes.text.closing")));
            paragraphs(sheet.closing()).forEach(it -> parts.add(new SheetPart.Text(it)));
        }
        if (end != null) {
            parts.add(new SheetPart.Text(text("minutes.text.closed", clock(end, sheet.zone()))));
        }
        if (sheet.approvedAtNextMeeting()) {
            parts.add(new SheetPart.Note(
                    text("minutes.text.approval", sheet.source().toString())));
        }
        var signatures = new ArrayList<SheetPart.Signature>();
        sheet.chairs().stream()
                .map(MinutesSheet.Chairing::name)
                .distinct()
                .forEach(it -> signatures.add(new SheetPart.Signature(it, text("minutes.text.fact.chair"))));
        signatures.add(new SheetPart.Signature(sheet.recorder(), text("minutes.text.fact.recorder")));
        parts.add(
                sheet.isPublicVersion()
                        ? new SheetPart.Note(text(
                                "minutes.text.signed-by",
                                signatures.stream()
                                        .map(it -> it.role() + ": " + it.name())
                                        .collect(joined())))
                        : new SheetPart.Signatures(signatures));
    }

    /** A wording in its points, as papers number them: a label alone on its line, parts in brackets. */
    static List<SheetPart.Point> points(String wording) {
        var points = new ArrayList<SheetPart.Point>();
        for (var paragraph : wording.strip().split("\\n\\s*\\n")) {
            var lines = paragraph.strip().lines().map(String::strip).toList();
            var isPoint = lines.size() > 1 && POINT.matcher(lines.getFirst()).matches();
            var label = isPoint ? lines.getFirst() : "";
            for (var line : lines.subList(isPoint ? 1 : 0, lines.size())) {
                var part = PART.matcher(line);
                if (!part.matches()) {
                    points.add(new SheetPart.Point(label, line, 0));
                    label = "";
                    continue;
                }
                if (!label.isEmpty()) {
                    points.add(new SheetPart.Point(label, "", 0));
                    label = "";
                }
                points.add(new SheetPart.Point(part.group(1), part.group(2), isPoint ? 1 : 0));
            }
        }
        return points;
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.strip().split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private String span(MinutesSheet.Span span, MinutesSheet sheet) {
        var since = span.since();
        var until = span.until();
        var zone = sheet.zone();
        var time = since == null
                ? until == null ? text("minutes.text.span.whole") : text("minutes.text.span.until", clock(until, zone))
                : until == null
                        ? text("minutes.text.span.since", clock(since, zone))
                        : text("minutes.text.span.between", clock(since, zone), clock(until, zone));
        return sheet.mode() == MeetingMode.HYBRID && span.place() == Place.REMOTE
                ? text("minutes.text.remote", time)
                : time;
    }

    private String span(Instant from, @Nullable Instant until, ZoneId zone) {
        return until == null
                ? text("minutes.text.span.since", clock(from, zone))
                : text("minutes.text.span.between", clock(from, zone), clock(until, zone));
    }

    private String time(Instant at, ZoneId zone) {
        return text("minutes.text.time", clock(at, zone));
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", LANGUAGE).format(at.atZone(zone));
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(LANGUAGE) + text.substring(1);
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("; ");
    }

    private String text(String key, Object... arguments) {
        return messages.text(LANGUAGE, key, arguments);
    }
}
