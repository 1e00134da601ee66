package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.distribution.ChangeText;
import de.ratssaal.distribution.Replies;
import de.ratssaal.distribution.Rounds;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.packet.Packets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letters: to whom, in which language, with what the person may know. Works as the application itself. */
@Component
class LetterWriting {

    /** The period runs: a packet that takes longer is not waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Meetings meetings;
    private final Invitations invitations;
    private final Rounds rounds;
    private final Replies replies;
    private final ChangeText changes;
    private final Packets packets;
    private final Councils councils;
    private final PersonAdministration persons;
    private final MailQueue queue;
    private final MailSettings settings;
    private final Clock clock;
    private final URI address;

    LetterWriting(
            Meetings meetings,
            Invitations invitations,
            Rounds rounds,
            Replies replies,
            ChangeText changes,
            Packets packets,
            Councils councils,
            PersonAdministration persons,
            MailQueue queue,
            MailSettings settings,
            Clock clock,
            RatssaalProperties properties) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.rounds = rounds;
        this.replies = replies;
        this.changes = changes;
        this.packets = packets;
        this.councils = councils;
        this.persons = persons;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
        this.address = URI.create(properties.publicUrl().replaceAll("/+$", ""));
    }

    /** Whether the packet that is to come with the mail is still being bound. */
    boolean shouldWait(MailQueue.Entry mail) {
        return wantsPacket(mail)
                && mail.queuedAt().plus(LONGEST_WAIT).isAfter(clock.instant())
                && meetings.isInPublic(meetings.meeting(mail.meeting()))
                && packets.readPublic(mail.meeting()).isEmpty();
    }

    /** The letter, or nothing if the person has no mail address. */
    Optional<Letter> write(MailQueue.Entry mail) {
        var meeting = meetings.meeting(mail.meeting());
        var contact = councils.body(
                        councils.organization(meeting.organization()).body())
                .contact();
        var language =
                queue.language(mail.person()).flatMap(ReaderLanguage::known).orElse(Messages.LANGUAGES.getFirst());
        return Optional.ofNullable(persons.details(mail.person()).mail())
                .map(mailbox -> new Letter(
                        mail.kind(),
                        messageId(mail),
                        mailbox,
                        councils.nameOf(mail.person()),
                        language,
                        meeting,
                        sequence(mail, meeting),
                        standsInFor(mail),
                        told(mail, meeting, language),
                        enclosure(mail, meeting),
                        decline(mail),
                        switch (mail.kind()) {
                            case RELEASE, UNFILLED -> List.of();
                            default -> meetings.agendaFor(mail.meeting(), mail.person());
                        },
                        mail.kind() == LetterKind.UNFILLED ? "" : mail.note(),
                        contact,
                        URI.create(address + "/app/" + page(mail))));
    }

    private static String page(MailQueue.Entry mail) {
        return mail.kind() == LetterKind.UNFILLED
                ? MeetingLinks.invitation(mail.meeting())
                : MeetingLinks.meeting(mail.meeting());
    }

    /** The first invitation keeps the identifier that it always had. */
    private String messageId(MailQueue.Entry mail) {
        return "<%s%s.%s.%s@%s>"
                .formatted(
                        mail.kind().name().toLowerCase(Locale.ROOT),
                        mail.round() == 0 ? "" : "." + mail.round(),
                        mail.meeting(),
                        mail.person(),
                        address.getHost());
    }

    /** Grows with each letter about the meeting: a substitute can be released and invited again. */
    private static int sequence(MailQueue.Entry mail, MeetingSummary meeting) {
        var convened = meeting.convenedAt();
        if (convened == null || (mail.kind() == LetterKind.INVITATION && mail.round() == 0)) {
            return 0;
        }
        return Math.toIntExact(
                Math.max(1, Duration.between(convened, mail.queuedAt()).toSeconds()));
    }

    private Optional<Invitation> invitation(MailQueue.Entry mail) {
        return invitations.of(mail.meeting()).stream()
                .filter(it -> it.person().equals(mail.person()))
                .findFirst();
    }

    private @Nullable String standsInFor(MailQueue.Entry mail) {
        if (mail.kind() == LetterKind.UNFILLED) {
            return councils.nameOf(mail.member());
        }
        return invitation(mail)
                .map(Invitation::standsInFor)
                .map(councils::nameOf)
                .orElse(null);
    }

    private List<String> told(MailQueue.Entry mail, MeetingSummary meeting, Locale language) {
        return mail.kind() == LetterKind.SUPPLEMENT
                ? rounds.toldTo(mail.meeting(), mail.round(), mail.person()).stream()
                        .map(it -> changes.sentence(it, language, meeting.zone()))
                        .toList()
                : List.of();
    }

    private @Nullable URI decline(MailQueue.Entry mail) {
        return mail.kind().invites()
                ? invitation(mail)
                        .map(it ->
                                URI.create(address + "/" + replies.address(mail.meeting(), mail.person(), it.times())))
                        .orElse(null)
                : null;
    }

    private boolean wantsPacket(MailQueue.Entry mail) {
        return mail.kind().carriesPacket()
                && invitations.wayTo(mail.meeting(), mail.person()).channel() == Channel.MAIL_PACKET;
    }

    private Enclosure enclosure(MailQueue.Entry mail, MeetingSummary meeting) {
        if (!wantsPacket(mail)) {
            return Enclosure.NONE;
        }
        if (!meetings.isInPublic(meeting)) {
            return new Enclosure(Enclosure.State.NOTHING_PUBLIC, null);
        }
        return packets.readPublic(mail.meeting())
                .map(it -> it.size() > settings.largestEnclosure().toBytes()
                        ? new Enclosure(Enclosure.State.TOO_LARGE, null)
                        : new Enclosure(Enclosure.State.ENCLOSED, it))
                .orElseGet(() -> new Enclosure(Enclosure.State.NOT_READY, null));
    }
}
