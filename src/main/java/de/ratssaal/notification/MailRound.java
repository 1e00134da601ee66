package de.ratssaal.notification;

import de.ratssaal.distribution.Representation;
import de.ratssaal.distribution.Rounds;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.DeliveryWay;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.Substitutes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands on what waits in the queue, a few mails at a time, and records what came of it.
 *
 * <p>A mail whose fate is unknown, because the application was killed while a mail server took it over, is never sent
 * again by itself: the secretariat sees it and decides.
 */
@Component
class MailRound implements SmartLifecycle {

    static final String UNCLEAR = "notification.failure.unclear";
    static final String NO_ADDRESS = "notification.failure.no-address";
    static final String FAULT = "notification.failure.fault";
    private static final Pattern OWN_WORDS = Pattern.compile("notification\\.failure\\.[a-z-]+");
    private static final Pattern REPLY_CODE = Pattern.compile("\\b([45]\\d\\d)\\b(?!\\S*@)");
    private static final String JOB = "mail";
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    /** A far side that hangs is given up by time limits long before. */
    static final Duration LONGEST_HANDOVER = Duration.ofMinutes(5);

    /** How long to wait after each attempt that may succeed later. After the last one the mail has failed. */
    static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    /** How long a mail waits that cannot be written yet. */
    private static final Duration A_WHILE = Duration.ofSeconds(15);

    /** How long stopping waits for mails that are being handed over. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private static final RetryPolicy UNTIL_RECORDED = RetryPolicy.builder()
            .maxRetries(8)
            .delay(Duration.ofMillis(500))
            .multiplier(2)
            .build();

    private final MailQueue queue;
    private final LetterWriting letters;
    private final PostOffice post;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Rounds rounds;
    private final Representation representation;
    private final Substitutes substitutes;
    private final MailSettings settings;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile @Nullable Thread round;
    private volatile boolean running;

    MailRound(
            MailQueue queue,
            LetterWriting letters,
            PostOffice post,
            Meetings meetings,
            Invitations invitations,
            Rounds rounds,
            Representation representation,
            Substitutes substitutes,
            MailSettings settings,
            Access access,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queue = queue;
        this.letters = letters;
        this.post = post;
        this.meetings = meetings;
        this.invitations = invitations;
        this.rounds = rounds;
        this.representation = representation;
        this.substitutes = substitutes;
        this.settings = settings;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Begins a round unless one is under way. It has a thread of its own: a slow mail server holds up no other job. */
    @Scheduled(fixedDelay = 1_000)
    void begin() {
        if (running && atWork.compareAndSet(false, true)) {
            round = Thread.ofVirtual().name("mail").start(() -> {
                try {
                    sendAllDue();
                } catch (RuntimeException e) {
                    LOG.error("Mails could not be sent; they are tried again in a moment", e);
                } finally {
                    atWork.set(false);
                }
            });
        }
    }

    void sendAllDue() {
        access.asSystem(JOB, this::giveUpLost);
        var due = take();
        while (!due.isEmpty()) {
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(mail -> senders.execute(() -> access.asSystem(JOB, () -> send(mail))));
            }
            due = running ? take() : List.of();
        }
    }

    private List<MailQueue.Entry> take() {
        var now = clock.instant();
        return queue.take(settings.parallel(), now, now.plus(LONGEST_HANDOVER));
    }

    private void giveUpLost() {
        transaction.executeWithoutResult(
                running -> queue.giveUpLost(UNCLEAR, clock.instant()).forEach(mail -> tellSecretariat(mail, UNCLEAR)));
    }

    private void send(MailQueue.Entry mail) {
        if (isPointless(mail)) {
            queue.drop(mail);
            return;
        }
        if (letters.shouldWait(mail)) {
            queue.postpone(mail, clock.instant().plus(A_WHILE));
            return;
        }
        var handover = hand(mail);
        try {
            new RetryTemplate(UNTIL_RECORDED).execute(() -> {
                transaction.executeWithoutResult(running -> record(mail, handover));
                return true;
            });
        } catch (RetryException e) {
            LOG.error("What became of the {} of {} could not be recorded", mail.kind(), mail.person(), e);
        }
    }

    private Handover hand(MailQueue.Entry mail) {
        try {
            return letters.write(mail).map(post::hand).orElseGet(() -> new Handover.Refused(NO_ADDRESS));
        } catch (RuntimeException e) {
            LOG.error(
                    "The {} of {} could not be written: {} at {}",
                    mail.kind(),
                    mail.person(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
            return new Handover.NotNow(FAULT);
        }
    }

    /** The secretariat gave it to the person meanwhile, or it no longer holds. */
    private boolean isPointless(MailQueue.Entry mail) {
        if (mail.kind().isForBefore() && (hasBegun(mail) || queue.isOvertaken(mail))) {
            return true;
        }
        if ((mail.kind().invites() || mail.kind() == LetterKind.UNFILLED)
                && meetings.meeting(mail.meeting()).state() == MeetingState.CANCELLED) {
            return true;
        }
        var invitation = invitations.of(mail.meeting()).stream()
                .filter(it -> it.person().equals(mail.person()))
                .findFirst();
        var isStanding = invitation.map(Invitation::isStanding).orElse(false);
        return switch (mail.kind()) {
            case INVITATION ->
                invitation
                        .filter(it -> isInHand(it.way()) || !isStanding || it.times() != mail.round() + 1)
                        .isPresent();
            case SUPPLEMENT -> !isStanding || wasTold(mail);
            case CANCELLATION -> wasTold(mail);
            case RELEASE -> isStanding || wasTold(mail);
            case RETURN -> !isStanding || isAwayAgain(mail) || wasTold(mail);
            case UNFILLED -> !representation.unfilled(mail.meeting()).contains(mail.member());
        };
    }

    /** Who is to come after all, or that nobody is left to be called, matters before the meeting begins. */
    private boolean hasBegun(MailQueue.Entry mail) {
        return meetings.meeting(mail.meeting()).state() != MeetingState.CONVENED;
    }

    /** The member said meanwhile that they cannot come, once more. */
    private boolean isAwayAgain(MailQueue.Entry mail) {
        return representation.unfilled(mail.meeting()).contains(mail.person())
                || substitutes.called(mail.meeting()).stream()
                        .anyMatch(it -> it.member().equals(mail.person()));
    }

    private boolean wasTold(MailQueue.Entry mail) {
        return rounds.of(mail.meeting()).stream()
                .filter(it -> it.number() == mail.round())
                .flatMap(it -> it.deliveries().stream())
                .anyMatch(it -> it.person().equals(mail.person()) && isInHand(it.way()));
    }

    /** What was opened in the application is still sent: the mail carries the calendar file. */
    private static boolean isInHand(@Nullable DeliveryWay way) {
        return way == DeliveryWay.HANDED_OVER || way == DeliveryWay.MAIL;
    }

    private void record(MailQueue.Entry mail, Handover handover) {
        switch (handover) {
            case Handover.Accepted() -> {
                queue.sent(mail, clock.instant());
                switch (mail.kind()) {
                    case INVITATION -> invitations.deliveredByMail(mail.meeting(), mail.person(), mail.round() + 1);
                    case UNFILLED -> {} // it is no letter to the invited, of whose delivery there is a record
                    default -> rounds.deliveredByMail(mail.meeting(), mail.round(), mail.person());
                }
            }
            case Handover.Refused(String why) -> fail(mail, why);
            case Handover.Unclear() -> fail(mail, UNCLEAR);
            case Handover.NotNow(String why) -> {
                if (mail.attempts() > PATIENCE.size()) {
                    fail(mail, why);
                } else {
                    queue.tryAgain(mail, why, clock.instant().plus(PATIENCE.get(mail.attempts() - 1)));
                    if (mail.attempts() == 1) {
                        // The period runs: whoever has to act learns of the first failure, not of the last.
                        tellSecretariat(mail, why);
                    }
                }
            }
        }
    }

    private void fail(MailQueue.Entry mail, String why) {
        queue.failed(mail, why);
        tellSecretariat(mail, why);
    }

    private void tellSecretariat(MailQueue.Entry mail, String why) {
        LOG.warn(
                "The {} of meeting {} to {} was not delivered: {}",
                mail.kind(),
                mail.meeting(),
                mail.person(),
                category(why));
        switch (mail.kind()) {
            case INVITATION -> invitations.failed(mail.meeting(), mail.person(), mail.round() + 1, why);
            case UNFILLED -> {} // their start page says the same
            default -> rounds.failed(mail.meeting(), mail.round(), mail.person(), why);
        }
    }

    /** What a mail server says names the address; the log does not. The secretariat reads all of it on the page. */
    static String category(String why) {
        if (OWN_WORDS.matcher(why).matches()) {
            return why;
        }
        var code = REPLY_CODE.matcher(why);
        return code.find() ? "the mail server answered " + code.group(1) : "the mail server refused it";
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the mails that are being handed over finish. */
    @Override
    public void stop() {
        running = false;
        var last = round;
        if (last != null) {
            try {
                last.join(LAST_ROUND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
