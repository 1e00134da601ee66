package de.ratssaal.notification.mail;

import de.ratssaal.base.Messages;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.notification.Enclosure;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.LetterKind;
import de.ratssaal.notification.Matter;
import de.ratssaal.notification.Notice;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.workflow.Task;
import de.ratssaal.workflow.TaskKind;
import de.ratssaal.workflow.WorkflowLinks;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a letter says, in the reader's language, before it is set as text or HTML.
 *
 * @param language two letters, for the HTML
 * @param remarks sentences before the agenda, such as that the period was shortened
 * @param closing sentences at the end
 */
public record LetterText(
        String language,
        String subject,
        String title,
        String greeting,
        String lead,
        List<Fact> facts,
        List<String> remarks,
        List<Part> agenda,
        String linkLabel,
        String link,
        List<String> closing,
        List<String> contact) {

    public record Fact(String label, String value) {}

    /** A part of the agenda. */
    public record Part(String title, List<Line> lines) {}

    /** An item. */
    public record Line(String number, String title, int depth) {}

    static LetterText of(Letter letter, Messages messages) {
        return new Writer(letter, messages).write();
    }

    static LetterText of(Notice notice, Messages messages) {
        var writer = new NoticeWriter(notice, messages);
        return switch (notice.matter()) {
            case Matter.TasksWait it -> writer.write(it);
            case Matter.AnswerAwaited it -> writer.write(it);
            case Matter.TellerNeeded it -> writer.write(it);
        };
    }

    private record NoticeWriter(Notice notice, Messages messages) {

        /** Numbers and links only: neither titles nor what offices say to each other leave the application. */
        LetterText write(Matter.TasksWait matter) {
            var kind = switch (matter.kind()) {
                case DIGEST -> "digest";
                case AT_ONCE -> "new";
                case REMINDER -> "reminder";
            };
            return letter(
                    text(
                            "notification.tasks.%s.subject".formatted(kind),
                            matter.tasks().size()),
                    text("notification.tasks.title"),
                    text("notification.tasks.%s.lead".formatted(kind)),
                    matter.tasks().stream().map(this::fact).toList(),
                    List.of(),
                    text("notification.tasks.link"),
                    WorkflowLinks.TASKS,
                    text("notification.tasks.settings"));
        }

        private Fact fact(Task task) {
            var kind = text("workflow.task." + task.kind());
            var what = task.kind() == TaskKind.CHASE ? text("workflow.task.for", kind, task.officeName()) : kind;
            var due = task.due();
            var until = due == null
                    ? ""
                    : text(task.isOverdue() ? "notification.tasks.overdue" : "notification.tasks.due", due);
            var again = task.timesOverdue() == 0 ? "" : text("notification.tasks.reminder.again", task.timesOverdue());
            return new Fact(
                    task.number(),
                    what + until + again + " – " + notice.application() + PaperLinks.paper(task.paper()));
        }

        /** Of a matter that is not public only that it waits: a mail is read by others too. */
        LetterText write(Matter.AnswerAwaited matter) {
            var circular = matter.circular();
            var facts = new ArrayList<Fact>();
            facts.add(new Fact(text("notification.organization"), circular.organizationName()));
            if (circular.isPublic()) {
                facts.add(new Fact(text("notification.circular.matter"), Writer.oneLine(circular.title())));
            }
            facts.add(new Fact(
                    text("notification.circular.until"), text("notification.circular.moment", circular.ends())));
            return letter(
                    text("notification.circular.subject." + matter.kind(), circular.ends()),
                    text(
                            circular.isPublic()
                                    ? "notification.circular.title"
                                    : "notification.circular.title-non-public"),
                    text("notification.circular.lead." + matter.kind()),
                    facts,
                    List.of(text("notification.circular.how")),
                    text("notification.circular.link"),
                    CircularLinks.circular(circular.id()),
                    text("notification.circular.silence"));
        }

        /** That something waits, and for whom: neither what was voted on nor anything of a key. */
        LetterText write(Matter.TellerNeeded matter) {
            return letter(
                    text("notification.teller.subject." + matter.kind()),
                    text("notification.teller.title"),
                    text("notification.teller.lead." + matter.kind()),
                    List.of(new Fact(text("notification.organization"), matter.sender())),
                    List.of(text("notification.teller.how." + matter.kind())),
                    text("notification.teller.link"),
                    TellerLinks.MINE,
                    text("notification.teller.closing"));
        }

        private LetterText letter(
                String subject,
                String title,
                String lead,
                List<Fact> facts,
                List<String> remarks,
                String linkLabel,
                String path,
                String closing) {
            return new LetterText(
                    notice.language().getLanguage(),
                    subject,
                    title,
                    text("notification.greeting", notice.name()),
                    lead,
                    facts,
                    remarks,
                    List.of(),
                    linkLabel,
                    notice.application() + path,
                    List.of(closing),
                    notice.matter()
                            .contact()
                            .lines()
                            .filter(it -> !it.isBlank())
                            .toList());
        }

        private String text(String key, Object... arguments) {
            return messages.text(notice.language(), key, arguments);
        }
    }

    private static final class Writer {

        private final Letter letter;
        private final Messages messages;
        private final Locale language;

        Writer(Letter letter, Messages messages) {
            this.letter = letter;
            this.messages = messages;
            this.language = letter.language();
        }

        LetterText write() {
            var invites = letter.kind().invites();
            var kind = letter.kind().name().toLowerCase(Locale.ROOT);
            var meeting = letter.meeting();
            var title = oneLine(meeting.title());
            return new LetterText(
                    language.getLanguage(),
                    text("notification.%s.subject".formatted(kind), title, meeting.day()),
                    title,
                    text("notification.greeting", letter.name()),
                    lead(kind),
                    facts(),
                    remarks(),
                    invites ? parts() : List.of(),
                    text(letter.kind() == LetterKind.UNFILLED ? "notification.unfilled.link" : "notification.link"),
                    letter.link().toString(),
                    closing(invites),
                    letter.contact().lines().filter(it -> !it.isBlank()).toList());
        }

        private String lead(String kind) {
            var member = letter.standsInFor();
            return switch (letter.kind()) {
                case INVITATION ->
                    member == null
                            ? text("notification.invitation.lead")
                            : text("notification.substitute.lead", member);
                case RETURN -> text("notification.return.lead", oneLine(letter.note()));
                case UNFILLED -> text("notification.unfilled.lead", Objects.requireNonNull(member));
                default -> text("notification.%s.lead".formatted(kind));
            };
        }

        private List<Part> parts() {
            var parts = new ArrayList<Part>();
            if (!letter.changes().isEmpty()) {
                parts.add(new Part(
                        text("notification.changes"),
                        letter.changes().stream()
                                .map(it -> new Line("–", it, 0))
                                .toList()));
            }
            parts.addAll(agenda());
            return parts;
        }

        private List<Fact> facts() {
            var meeting = letter.meeting();
            var facts = new ArrayList<Fact>();
            facts.add(new Fact(text("notification.organization"), meeting.organizationName()));
            facts.add(new Fact(
                    text("notification.when"),
                    text(
                            "notification.when.moment",
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                    .withLocale(language)
                                    .format(meeting.start()),
                            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                    .withLocale(language)
                                    .format(meeting.start()))));
            if (!meeting.place().isBlank()) {
                facts.add(new Fact(text("notification.place"), oneLine(meeting.place())));
            }
            if (letter.kind().invites()) {
                facts.add(new Fact(text("notification.mode"), text("meeting.mode." + meeting.mode())));
                if (meeting.mode() != MeetingMode.IN_PERSON
                        && !meeting.publicAccess().isBlank()) {
                    facts.add(new Fact(text("notification.public-access"), oneLine(meeting.publicAccess())));
                }
            } else if (!letter.note().isBlank()) {
                facts.add(new Fact(text("notification.reason"), letter.note()));
            }
            return facts;
        }

        private List<String> remarks() {
            var remarks = new ArrayList<String>();
            if (letter.kind() == LetterKind.SUPPLEMENT && !letter.note().isBlank()) {
                remarks.add(letter.note());
            }
            if (letter.kind().invites()) {
                if (letter.meeting().urgent()) {
                    remarks.add(text("notification.urgent"));
                }
                var again = letter.agenda().stream()
                        .filter(AgendaItemSummary::calledAgain)
                        .map(AgendaItemSummary::number)
                        .collect(Collectors.joining(", "));
                if (!again.isEmpty()) {
                    remarks.add(text("notification.second-notice", again));
                }
            }
            return remarks;
        }

        private List<Part> agenda() {
            var parts = new ArrayList<Part>();
            part("notification.agenda.public", true, parts);
            part("notification.agenda.non-public", false, parts);
            return parts;
        }

        private void part(String key, boolean isPublic, List<Part> parts) {
            var lines = letter.agenda().stream()
                    .filter(it -> it.isPublic() == isPublic)
                    .map(Writer::line)
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(text(key), lines));
            }
        }

        private static Line line(AgendaItemSummary item) {
            return new Line(item.number(), oneLine(item.title()), item.depth());
        }

        private List<String> closing(boolean invites) {
            var closing = new ArrayList<String>();
            if (letter.agenda().stream().anyMatch(it -> !it.isPublic()) && invites) {
                closing.add(text("notification.confidential"));
            }
            enclosed(closing);
            var decline = letter.decline();
            if (decline != null) {
                closing.add(text("notification.decline", decline));
            }
            if (letter.kind().isForTheirCalendar()) {
                closing.add(text(invites ? "notification.invitation.calendar" : "notification.cancellation.calendar"));
            }
            closing.add(text("notification.automatic"));
            return closing;
        }

        /** What became of the packet, and that what is not public does not come by mail. */
        private void enclosed(List<String> closing) {
            var state = letter.enclosure().state();
            if (state == Enclosure.State.NOT_WANTED) {
                return;
            }
            closing.add(text("notification.enclosure." + state));
            if (state == Enclosure.State.ENCLOSED && letter.agenda().stream().anyMatch(it -> !it.isPublic())) {
                closing.add(text("notification.enclosure.public-only"));
            }
        }

        private String text(String key, Object... arguments) {
            return messages.text(language, key, arguments);
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }

    /** The letter for readers that show plain text only. */
    String plain() {
        var text = new StringBuilder();
        text.append(greeting)
                .append("\n\n")
                .append(lead)
                .append("\n\n")
                .append(title)
                .append("\n");
        facts.forEach(
                it -> text.append(it.label()).append(": ").append(it.value()).append("\n"));
        remarks.forEach(it -> text.append("\n").append(it).append("\n"));
        for (var part : agenda) {
            text.append("\n").append(part.title()).append("\n");
            part.lines()
                    .forEach(it -> text.append("  ".repeat(it.depth()))
                            .append(it.number())
                            .append("  ")
                            .append(it.title())
                            .append("\n"));
        }
        text.append("\n").append(linkLabel).append("\n").append(link).append("\n");
        closing.forEach(it -> text.append("\n").append(it).append("\n"));
        text.append("\n-- \n");
        contact.forEach(it -> text.append(it).append("\n"));
        return text.toString();
    }
}
