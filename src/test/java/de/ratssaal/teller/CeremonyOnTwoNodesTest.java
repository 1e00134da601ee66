package de.ratssaal.teller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Tellers whose devices talk to different nodes")
class CeremonyOnTwoNodesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnCeremony here;

    @Autowired
    TellerKeys keys;

    @Autowired
    KeyCeremonies ceremonies;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    private ConfigurableApplicationContext node;
    private OwnCeremony there;
    private TestCouncil council;
    private TestTellers tellers;

    @BeforeAll
    void anotherNode(@Autowired JdbcConnectionDetails address, @Autowired RatssaalProperties settings)
            throws IOException {
        node = NodeWithoutPages.on(address.getJdbcUrl(), "", settings.data().resolve("documents.key"));
        there = node.getBean(OwnCeremony.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void begun() {
        council = TestCouncil.of(5, context);
        accounts.of(council.members(), "ein langer Weg zum Rathaus");
        tellers = TestTellers.named(council.council(), council.members().subList(1, 4), 2, context);
    }

    /** The first two talk to this node, the third to the other. */
    private OwnCeremony nodeOf(TestTeller teller) {
        return teller.index() < 3 ? here : there;
    }

    private void send(int round, List<String> messages) {
        tellers.tellers().forEach(it -> send(it, round, messages));
    }

    private void send(TestTeller teller, int round, List<String> messages) {
        Acting.as(
                teller.person(),
                () -> nodeOf(teller).publish(tellers.ceremony(), round, messages.get(teller.index() - 1)));
    }

    private List<String> first() {
        return tellers.tellers().stream().map(TestTeller::first).toList();
    }

    @Test
    @DisplayName("make one key, also if the last messages come to both nodes at the same moment")
    void oneKey() throws Exception {
        var first = first();
        send(0, tellers.announcements(first));
        send(1, first);
        send(2, tellers.second(first));
        var third = tellers.third();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var acts = tellers.tellers().stream()
                    .<Callable<Boolean>>map(it -> () -> {
                        send(it, 3, third);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        }
        var key = keys.readyFor(council.council()).orElseThrow();
        assertThat(node.getBean(TellerKeys.class).readyFor(council.council())).hasValue(key);
        assertThat(database.sql("select count(*) from audit_entry where subject = ? and line like '%SHA-256%'")
                        .param("organization/" + council.council())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("hear of each other's messages")
    void told() {
        var told = new AtomicInteger();
        var third = tellers.tellers().getLast();
        try (var watch =
                node.getBean(ChangeNotices.class).watch(Tellers.changesOf(third.person()), told::incrementAndGet)) {
            assertThat(watch).isNotNull();
            await().atMost(Duration.ofSeconds(10)).until(() -> told.get() > 0); // both listen
            var before = told.get();
            send(tellers.tellers().getFirst(), 0, tellers.announcements(first()));
            await().atMost(Duration.ofSeconds(4)).until(() -> told.get() > before);
        }
    }

    @Test
    @DisplayName("send nothing any more, on neither node, once it was broken off on one")
    void brokenOff() {
        var first = first();
        var third = tellers.tellers().getLast();
        Acting.as(third.person(), () -> there.abort(tellers.ceremony(), "share 2"));
        for (var teller : tellers.tellers()) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> send(teller, 0, tellers.announcements(first)))
                    .withMessage("teller.message.over");
        }
        assertThat(Acting.as(tellers.tellers().getFirst().person(), here::current)
                        .orElseThrow()
                        .ceremony()
                        .reason())
                .isEqualTo(new AbortReason("share 2"));
    }
}
