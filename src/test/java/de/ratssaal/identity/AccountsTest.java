package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.ServerTest;
import de.ratssaal.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServerTest
class AccountsTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts people;

    @Autowired
    Sessions sessions;

    @Autowired
    Passwords passwords;

    @Autowired
    Access access;

    @Autowired
    TestMail mail;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    String administrator;
    String member;

    @BeforeEach
    void people() {
        administrator = people.withRoles(PASSWORD, Role.ADMINISTRATOR);
        member = people.member(PASSWORD);
    }

    @Test
    void onlyAnAdministratorTouchesAccounts() {
        var target = people.idOf(member);
        var grant = Grant.everywhere(Role.ADMINISTRATOR, Instant.EPOCH);
        for (var nobody : List.of(member, people.withRoles(PASSWORD, Role.SECRETARIAT, Role.AUDITOR))) {
            List.<Runnable>of(
                            () -> accounts.find(""),
                            () -> accounts.show(target),
                            () -> accounts.sessions(target),
                            () -> accounts.create(new NewAccount("x" + UUID.randomUUID(), "X", null, null, List.of())),
                            () -> accounts.change(target, "X", ""),
                            () -> accounts.invite(target),
                            () -> accounts.lock(target),
                            () -> accounts.unlock(target),
                            () -> accounts.endSessions(target),
                            () -> accounts.resetSecondFactor(target),
                            () -> accounts.grant(target, grant),
                            () -> accounts.withdraw(target, grant))
                    .forEach(act -> assertThatExceptionOfType(AccessDeniedException.class)
                            .isThrownBy(() -> people.as(nobody, act)));
        }
    }

    @Test
    void anAdministratorWithoutTheSecondFactorIsNone() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.as(administrator, false, () -> accounts.find("")));
    }

    @Test
    void accountsAreFoundByNameLoginAndMailAndASignIsOnlyItself() {
        assertThat(find(member.substring(0, 20))).contains(member);
        assertThat(find(member + "@LINDENAU")).containsExactly(member);
        assertThat(find("%" + member)).isEmpty();
        assertThat(find("_" + member.substring(1))).isEmpty();
    }

    @Test
    void theLinkGoesToTheOwnerByMail() {
        var link = people.as(administrator, () -> accounts.invite(people.idOf(member)));

        assertThat(link).as("shown to the administrator").isEmpty();
        assertThat(mail.await(member + "@lindenau.example", AccountLetter.Kind.WELCOME)
                        .link())
                .isNotNull();
    }

    @Test
    void withoutAnAddressTheLinkIsHandedOverAndWorksOnce() {
        people.as(administrator, () -> accounts.change(people.idOf(member), "Erika Muster", ""));
        var link = people.as(administrator, () -> accounts.invite(people.idOf(member)))
                .orElseThrow();
        var token = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);

        passwords.chooseWithLink(token, "drei Linden vor der Brücke");

        assertRefused("identity.link.used", () -> passwords.chooseWithLink(token, "vier Linden vor der Brücke"));
    }

    @Test
    void aLinkDoesNotOutliveAChangedAddress() {
        var id = people.idOf(member);
        people.as(administrator, () -> accounts.invite(id));
        var link = mail.await(member + "@lindenau.example", AccountLetter.Kind.WELCOME)
                .link();
        var token = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);

        people.as(administrator, () -> accounts.change(id, "Erika Muster", "other@lindenau.example"));

        assertThat(passwords.isLinkValid(token)).isFalse();
    }

    @Test
    void aLockedAccountIsSignedOutAndGetsNoLink() {
        var id = people.idOf(member);
        people.as(member, () -> assertThat(sessions.mine()).isNotEmpty());

        people.as(administrator, () -> accounts.lock(id));

        assertThat(people.as(administrator, () -> accounts.sessions(id))).isEmpty();
        assertRefused("identity.accounts.locked", () -> people.as(administrator, () -> accounts.invite(id)));
        people.as(administrator, () -> accounts.unlock(id));
        assertThat(people.as(administrator, () -> accounts.show(id)).active()).isTrue();
    }

    @Test
    void nobodyLocksThemselvesOut() {
        assertRefused(
                "identity.accounts.not-yourself",
                () -> people.as(administrator, () -> accounts.lock(people.idOf(administrator))));
    }

    @Test
    void theLastAdministratorStays() {
        database.sql("delete from identity_role_grant where role = 'ADMINISTRATOR'")
                .update();
        people.grant(administrator, Role.ADMINISTRATOR);
        var last = people.idOf(administrator);
        var grant = Grant.everywhere(Role.ADMINISTRATOR, Instant.EPOCH);
        assertRefused(
                "identity.accounts.last-administrator",
                () -> people.as(administrator, () -> accounts.withdraw(last, grant)));
        // one whose time runs out is no help
        var other = people.member(PASSWORD);
        people.as(
                administrator,
                () -> accounts.grant(
                        people.idOf(other),
                        new Grant(
                                Role.ADMINISTRATOR,
                                null,
                                Instant.EPOCH,
                                clock.instant().plus(Duration.ofDays(1)))));
        assertRefused("identity.accounts.last-administrator", () -> people.as(other, () -> accounts.lock(last)));

        people.grant(member, Role.ADMINISTRATOR);
        people.as(administrator, () -> accounts.withdraw(last, grant));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.as(administrator, () -> accounts.find("")));
    }

    @Test
    void aRoleCountsInItsOrganizationAndItsTimeOnly() {
        var here = new OrganizationId(UUID.randomUUID());
        var elsewhere = new OrganizationId(UUID.randomUUID());
        var now = clock.instant();
        var id = people.idOf(member);
        people.as(administrator, () -> {
            accounts.grant(id, new Grant(Role.SECRETARIAT, here, now.minusSeconds(60), null));
            accounts.grant(id, new Grant(Role.AUDITOR, null, now.plusSeconds(600), null));
            accounts.grant(id, new Grant(Role.AUDITOR, null, now.minusSeconds(600), now.minusSeconds(60)));
        });

        people.as(member, () -> {
            assertThat(access.has(here, Role.SECRETARIAT)).isTrue();
            assertThat(access.has(elsewhere, Role.SECRETARIAT)).isFalse();
            assertThat(access.hasAnywhere(Role.AUDITOR))
                    .as("not yet, or not any more")
                    .isFalse();
        });
    }

    @Test
    void aWithdrawnRoleIsOverAtOnceButStaysOnRecord() {
        var grant = new Grant(Role.SECRETARIAT, null, clock.instant().minusSeconds(60), null);
        var id = people.idOf(member);
        people.as(administrator, () -> accounts.grant(id, grant));
        var shown = people.as(administrator, () -> accounts.show(id)).grants();

        people.as(administrator, () -> accounts.withdraw(id, shown.getFirst()));

        people.as(member, () -> assertThat(access.hasAnywhere(Role.SECRETARIAT)).isFalse());
        assertThat(database.sql("select count(*) from identity_role_grant where account_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAdministratorOfOneOrganizationWouldBeOneOfAllSoThereIsNone() {
        var organization = new OrganizationId(UUID.randomUUID());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grant(Role.ADMINISTRATOR, organization, Instant.EPOCH, null));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("""
                                insert into identity_role_grant (account_id, role, organization_id, valid_from)
                                values (?, 'ADMINISTRATOR', ?, now())
                                """)
                        .params(people.idOf(member).value(), organization.value())
                        .update());
    }

    @Test
    void whatFollowsFromAMembershipIsNotGranted() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.everywhere(Role.CHAIR, Instant.EPOCH));
    }

    @Test
    void resettingTheSecondFactorEndsEverySession() {
        var id = people.idOf(member);
        people.as(member, () -> assertThat(sessions.mine()).isNotEmpty());

        people.as(administrator, () -> accounts.resetSecondFactor(id));

        assertThat(people.as(administrator, () -> accounts.sessions(id))).isEmpty();
    }

    private List<String> find(String typed) {
        return people.as(administrator, () -> accounts.find(typed)).stream()
                .map(AccountSummary::login)
                .toList();
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .extracting(Refusal::key)
                .isEqualTo(key);
    }
}
