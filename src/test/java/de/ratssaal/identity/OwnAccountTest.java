package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.ServerTest;
import de.ratssaal.base.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with their own account, and what somebody at a computer left open does not. */
@ServerTest
class OwnAccountTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String NEXT = "drei Linden vor der Brücke";

    @Autowired
    OwnAccount own;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Sessions sessions;

    @Autowired
    TestAccounts people;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient database;

    String login;

    @BeforeEach
    void somebody() {
        login = people.member(PASSWORD);
    }

    @Test
    void theOwnerSeesWhatIsKept() {
        people.as(
                login,
                () -> assertThat(own.show())
                        .isEqualTo(new OwnAccount.Details(login, "Erika Muster", login + "@lindenau.example")));
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        people.as(login, () -> {
            people.as(login, () -> assertThat(sessions.mine()).hasSize(2));
            passwords.change(PASSWORD, NEXT);
            assertThat(sessions.mine()).singleElement().matches(SessionSummary::current);
        });
    }

    @Test
    void withoutThePresentPasswordNothingOfWeightChanges() {
        people.as(login, () -> {
            assertRefused("identity.password.wrong", () -> passwords.change(NEXT, NEXT + " 2"));
            var enrolment = secondFactor.begin();
            assertRefused("identity.password.wrong", () -> secondFactor.complete(enrolment, NEXT, code(enrolment)));
            assertRefused("identity.password.wrong", () -> passkeys.begin(NEXT));
            assertThat(secondFactor.isSetUp()).isFalse();
        });
    }

    @Test
    void thePresentPasswordIsNotGuessedHereEither() {
        people.as(login, () -> {
            for (int guess = 0; guess < 5; guess++) {
                assertRefused("identity.password.wrong", () -> passwords.change(NEXT, NEXT));
            }
            assertRefused("identity.password.later", () -> passwords.change(PASSWORD, NEXT));
        });
    }

    @Test
    void theSecondFactorIsRemovedUnlessARoleDemandsIt() {
        people.as(login, () -> {
            var enrolment = secondFactor.begin();
            assertThat(secondFactor.complete(enrolment, PASSWORD, code(enrolment)))
                    .hasSize(10);
            assertThat(secondFactor.newRecoveryCodes(PASSWORD)).hasSize(10);
        });
        people.grant(login, Role.SECRETARIAT);
        people.as(login, () -> assertRefused("identity.second-factor.demanded", () -> secondFactor.remove(PASSWORD)));

        database.sql("delete from identity_role_grant where account_id = ?")
                .param(people.idOf(login).value())
                .update();

        people.as(login, () -> {
            secondFactor.remove(PASSWORD);
            assertThat(secondFactor.isSetUp()).isFalse();
        });
    }

    @Test
    void anEnrolmentOfSomebodyElseIsNotCompleted() {
        var stranger = people.member(PASSWORD);
        var enrolment = people.as(stranger, () -> secondFactor.begin());

        people.as(
                login,
                () -> assertRefused(
                        "identity.second-factor.wrong",
                        () -> secondFactor.complete(enrolment, PASSWORD, code(enrolment))));
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        var stranger = people.member(PASSWORD);
        people.as(stranger, () -> {
            var session = sessions.mine().getFirst().id();
            people.as(login, () -> sessions.end(session));
            assertThat(sessions.mine()).isNotEmpty();
        });
    }

    @Test
    void aDemoLoginStaysAsEverybodyKnowsIt() {
        database.sql("insert into identity_demo_login (account_id, role_name) values (?, 'Mitglied')")
                .param(people.idOf(login).value())
                .update();
        try {
            people.as(login, () -> {
                assertRefused("identity.demo.kept", () -> passwords.change(PASSWORD, NEXT));
                var enrolment = secondFactor.begin();
                assertRefused("identity.demo.kept", () -> secondFactor.complete(enrolment, PASSWORD, code(enrolment)));
            });
        } finally {
            database.sql("delete from identity_demo_login where account_id = ?")
                    .param(people.idOf(login).value())
                    .update();
        }
    }

    private String code(Enrolment enrolment) {
        return new TestAuthenticator(enrolment.typed()).code(time.present());
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .extracting(Refusal::key)
                .isEqualTo(key);
    }
}
