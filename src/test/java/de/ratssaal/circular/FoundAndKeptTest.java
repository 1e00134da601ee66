package de.ratssaal.circular;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipId;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewMembership;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.search.Search;
import de.ratssaal.search.SearchAnswer;
import de.ratssaal.search.SearchHit;
import de.ratssaal.search.SearchKind;
import de.ratssaal.search.SearchRequest;
import de.ratssaal.search.TestSearch;
import de.ratssaal.voting.BookEntry;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.ResolutionBook;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("R13: What is resolved in writing")
class FoundAndKeptTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext context;

    @Autowired
    ResolutionBook book;

    @Autowired
    Search search;

    @Autowired
    CircularConduct conduct;

    @Autowired
    ChangeNotices notices;

    @Autowired
    JdbcClient database;

    TestCirculars test;

    @BeforeEach
    void aCity() {
        test = new TestCirculars(context);
    }

    private List<BookEntry> bookOf(PersonId who) {
        return Acting.as(who, () -> book.of(test.city.council()));
    }

    private List<SearchHit> found(PersonId who, String words) {
        return Acting.as(who, () -> answer(words)).hits().stream()
                .filter(it -> it.organizations().contains(test.city.council()))
                .toList();
    }

    private SearchAnswer answer(String words) {
        TestSearch.follow(context);
        return search.find(SearchRequest.of(words));
    }

    @Test
    @DisplayName(
            "stands in the organization's book beside what its meetings resolved, and nothing does that was not agreed to")
    void inTheBook() {
        test.begun(true);
        assertThat(bookOf(test.member(2))).as("nothing before the count").isEmpty();
        var adopted = test.adopted(true);
        var objected = test.begun(true);
        test.members().forEach(it -> test.answers(objected, it, false, Choice.YES));
        Acting.as(test.city.chair(), () -> conduct.close(objected));

        assertThat(bookOf(test.member(2))).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(adopted.value());
            assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED);
            assertThat(it.isInWriting()).isTrue();
            assertThat(it.wording()).isEqualTo(TestCirculars.WORDING);
            assertThat(it.address()).isEqualTo(CircularLinks.circular(adopted));
        });
        assertThat(bookOf(TestCouncil.person(context))).isEmpty();
    }

    @Test
    @DisplayName("and is not public stands there for members alone, and for nobody who was recused")
    void nonPublicInTheBook() {
        var secret = secretWithRecused();

        assertThat(bookOf(test.member(2))).extracting(BookEntry::id).containsExactly(secret.value());
        assertThat(bookOf(test.member(4))).isEmpty();
        assertThat(bookOf(TestCouncil.person(context))).isEmpty();
    }

    /** From today on they are in the council without a vote. */
    private void advisesOnly(PersonId member) {
        var today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), TestCouncil.ZONE);
        var membership = database.sql(
                        "select id from organization_membership where organization_id = ? and person_id = ?")
                .params(test.city.council().value(), member.value())
                .query(UUID.class)
                .single();
        context.getBean(Access.class).asSystem("test", () -> {
            var memberships = context.getBean(MembershipAdministration.class);
            memberships.end(new MembershipId(membership), today.minusDays(1));
            return memberships.begin(new NewMembership(
                    test.city.council(), member, MembershipRole.ADVISORY_MEMBER, false, 0, today, null));
        });
    }

    /** Member 4 is recused. */
    private CircularId secretWithRecused() {
        var secret = test.begun(false);
        Acting.as(test.city.chair(), () -> conduct.recuse(secret, test.member(4)));
        test.members().subList(0, 4).forEach(it -> test.answers(secret, it, true, Choice.YES));
        Acting.as(test.city.chair(), () -> conduct.close(secret));
        return secret;
    }

    @Test
    @DisplayName(
            "is found by members once it is counted, and what is not public by nobody who was recused or is a stranger")
    void found() {
        var running = test.begun(true);
        var secret = secretWithRecused();
        var adopted = test.adopted(true);

        await().pollInSameThread()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(found(test.member(2), "Hochwasser"))
                        .singleElement()
                        .satisfies(it -> {
                            assertThat(it.kind()).isEqualTo(SearchKind.CIRCULAR);
                            assertThat(it.leadsTo()).isEqualTo(adopted.value()).isNotEqualTo(running.value());
                            assertThat(it.state()).isEqualTo("ADOPTED");
                        }));
        await().pollInSameThread()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(found(test.member(2), "Zacharias"))
                        .extracting(SearchHit::leadsTo)
                        .containsExactly(secret.value()));
        assertThat(found(test.member(4), "Zacharias")).as("recused").isEmpty();
        advisesOnly(test.member(1));
        assertThat(found(test.member(1), "Zacharias"))
                .as("decided on it, and only advises by now")
                .isEmpty();
        assertThat(found(test.member(1), "Hochwasser")).isNotEmpty();
        assertThat(found(TestCouncil.person(context), "Zacharias")).isEmpty();
        assertThat(found(TestCouncil.person(context), "Pumpen")).isEmpty();
        assertThat(as(test.papers.clerk, () -> answer("Zacharias").hits()))
                .extracting(SearchHit::leadsTo)
                .contains(secret.value());
    }

    @Test
    @DisplayName("is told of by itself: who looks at another one reads nothing anew")
    void oneNoticeForEach() {
        var one = test.begun(true);
        var other = test.begun(true);
        var seen = new AtomicInteger();
        var elsewhere = new AtomicInteger();
        var answers = new AtomicInteger();
        var watching = notices.watch(Circulars.changesOf(one), seen::incrementAndGet);
        var watchingOther = notices.watch(Circulars.changesOf(other), elsewhere::incrementAndGet);
        // all are told every few seconds in case a notice got lost: it is tried until it falls between two of these
        await().atMost(SOON).untilAsserted(() -> {
            var before = seen.get();
            var beforeElsewhere = elsewhere.get();
            test.answers(one, test.member(1), true, answers.getAndIncrement() % 2 == 0 ? Choice.YES : Choice.NO);
            await().atMost(Duration.ofSeconds(2)).until(() -> seen.get() > before);
            assertThat(elsewhere.get()).isEqualTo(beforeElsewhere);
        });
        watching.close();
        watchingOther.close();
    }
}
