package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.TellerLetterKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A notice by mail")
class NoticeRoundTest {

    private static final UUID ABOUT = UUID.randomUUID();
    private static final Matter MATTER = new Matter.TellerNeeded(TellerLetterKind.NAMED, "Stadtrat", "Markt 1");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    private final List<Notice> handed = new CopyOnWriteArrayList<>();
    private Instant now = Instant.now();
    private Letters letters;
    private Handover answer = new Handover.Accepted();

    /** Of a topic that no job of the application sends. */
    private final class Letters implements Correspondence {

        final String topic;
        List<PersonId> due;
        Function<PersonId, Optional<Matter>> text = person -> Optional.of(MATTER);

        Letters(String topic, int persons) {
            this.topic = topic;
            this.due = IntStream.range(0, persons)
                    .mapToObj(number -> TestCouncil.person(context))
                    .toList();
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void queueDue() {
            queue().add(topic, TellerLetterKind.NAMED, ABOUT, due, "");
        }

        @Override
        public Writer writer() {
            return notice -> text.apply(notice.person());
        }
    }

    @BeforeEach
    void aNode(TestInfo test) {
        letters = new Letters(test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT), 1);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private NoticeQueue queue() {
        return new NoticeQueue(database, clock());
    }

    private NoticeRound node() {
        return new NoticeRound(
                queue(),
                context.getBean(MailQueue.class),
                context.getBean(PersonAdministration.class),
                context.getBean(Councils.class),
                new PostOffice() {

                    @Override
                    public Handover hand(Letter letter) {
                        throw new AssertionError();
                    }

                    @Override
                    public Handover hand(Notice notice) {
                        handed.add(notice);
                        return answer;
                    }

                    @Override
                    public Optional<String> remark() {
                        return Optional.empty();
                    }
                },
                context.getBean(MailSettings.class),
                context.getBean(Access.class),
                context.getBean(TransactionTemplate.class),
                clock(),
                context.getBean(RatssaalProperties.class));
    }

    private void sendAfter(Duration pause) {
        now = now.plus(pause);
        node().send(letters);
    }

    @Test
    @DisplayName("goes out once, however often it is due, and two nodes send each to one person only")
    void once() throws Exception {
        letters = new Letters(letters.topic, 30);
        var nodes = List.of(node(), node());
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.stream()
                    .map(node -> threads.submit(() -> node.send(letters)))
                    .toList()) {
                done.get();
            }
        }
        sendAfter(Duration.ofDays(1));

        assertThat(handed).hasSize(30).extracting(Notice::address).doesNotHaveDuplicates();
        assertThat(handed).extracting(Notice::messageId).doesNotHaveDuplicates();
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    @DisplayName("is not sent if it is pointless by now")
    void pointless() {
        letters.text = person -> Optional.empty();
        node().send(letters);
        letters.text = person -> Optional.of(MATTER);
        sendAfter(Duration.ofDays(1));

        assertThat(handed).isEmpty();
        assertThat(states()).containsExactly("DROPPED");
    }

    @Test
    @DisplayName("is given up if its sender is gone without saying what became of it")
    void lost() {
        letters.queueDue();
        var taken = queue().take(letters.topic, 4);
        sendAfter(MailRound.LONGEST_HANDOVER.minusSeconds(1));
        assertThat(states()).containsExactly("SENDING");

        sendAfter(Duration.ofSeconds(2));
        assertThat(states()).containsExactly("FAILED");
        queue().tryAgain(taken.getFirst(), "450", now);
        sendAfter(Duration.ofDays(1));

        assertThat(handed).isEmpty();
        assertThat(failures()).containsExactly(MailRound.UNCLEAR);
    }

    @Test
    @DisplayName("is tried again with growing pauses while the server cannot take it, and given up after the last")
    void patience() {
        answer = new Handover.NotNow("450 later");
        node().send(letters);
        for (var pause : MailRound.PATIENCE) {
            var before = handed.size();
            sendAfter(pause.minusSeconds(1));
            assertThat(handed).as("before the pause is over").hasSize(before);
            assertThat(states()).containsExactly("PENDING");
            sendAfter(Duration.ofSeconds(1));
            assertThat(handed).hasSize(before + 1);
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(handed)
                .extracting(Notice::messageId)
                .containsOnly(handed.getFirst().messageId());
        sendAfter(Duration.ofDays(1));
        assertThat(handed).hasSize(MailRound.PATIENCE.size() + 1);
    }

    @ParameterizedTest(name = "unclear: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("is not sent again if the server refused it, or may have taken it")
    void refusedOrUnclear(boolean unclear) {
        letters = new Letters(unclear ? "unclear" : "refused", 1);
        answer = unclear ? new Handover.Unclear() : new Handover.Refused("550 unknown");
        node().send(letters);
        answer = new Handover.Accepted();
        sendAfter(Duration.ofDays(1));

        assertThat(handed).hasSize(1);
        assertThat(failures()).containsExactly(unclear ? MailRound.UNCLEAR : "550 unknown");
    }

    @Test
    @DisplayName("that cannot be written holds up no other, and is tried again")
    void fault() {
        letters = new Letters(letters.topic, 6);
        var faulty = letters.due.get(2);
        letters.text = person -> {
            if (person.equals(faulty)) {
                throw new IllegalStateException("a fault");
            }
            return Optional.of(MATTER);
        };
        node().send(letters);
        assertThat(handed).hasSize(5);

        letters.text = person -> Optional.of(MATTER);
        sendAfter(Duration.ofMinutes(2));
        assertThat(handed).hasSize(6);
        assertThat(states()).containsOnly("SENT");
    }

    private List<String> states() {
        return database.sql("select state from notification_notice where topic = ?")
                .param(letters.topic)
                .query(String.class)
                .list();
    }

    private List<String> failures() {
        return database.sql("select failure from notification_notice where topic = ?")
                .param(letters.topic)
                .query(String.class)
                .list();
    }
}
