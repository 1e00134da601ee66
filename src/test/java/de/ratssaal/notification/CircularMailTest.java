package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.MovableClock;
import de.ratssaal.circular.CircularAnswering;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.TestCirculars;
import de.ratssaal.voting.Choice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@Import(MovableClock.class)
@DisplayName("R13: A mail about a circular resolution")
class CircularMailTest extends WithMailboxes {

    @Autowired
    TellCircularMembers telling;

    @Autowired
    CircularAnswering answering;

    @Autowired
    CircularConduct conduct;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    TestCirculars city;

    @BeforeEach
    void aCity() {
        city = new TestCirculars(context);
    }

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    @Test
    @DisplayName("goes to every member at the beginning, and reminds at half of the period and on the last day")
    void reminders() throws Exception {
        var start = clock.instant();
        var id = city.begun(true);
        telling.tell();
        telling.tell();
        assertThat(city.members())
                .allSatisfy(member -> assertThat(to(member)).singleElement().satisfies(mail -> {
                    assertThat(mail.getSubject()).startsWith("Schriftlich zu entscheiden bis ");
                    assertThat(text(mail))
                            .contains("Pumpen gegen das Hochwasser")
                            .contains("https://rat.lindenau.example/app/circular/" + id);
                }));

        city.answers(id, city.member(0), true, Choice.YES);
        clock.putForwardTo(start.plus(Duration.ofDays(3)).plusSeconds(60));
        telling.tell();
        assertThat(to(city.member(0))).as("has answered").hasSize(1);
        assertThat(to(city.member(1))).hasSize(2);
        assertThat(to(city.member(1)).getLast().getSubject()).startsWith("Erinnerung:");

        city.answers(id, city.member(1), false, Choice.NO);
        Acting.as(city.member(2), () -> answering.recuseMyself(id));
        clock.putForwardTo(start.plus(Duration.ofDays(5)).plusSeconds(60));
        telling.tell();
        telling.tell();
        assertThat(to(city.member(1))).as("has answered").hasSize(2);
        assertThat(to(city.member(2))).as("is recused").hasSize(2);
        assertThat(to(city.member(3))).hasSize(3);
        assertThat(to(city.member(3)).getLast().getSubject()).startsWith("Letzte Erinnerung:");

        clock.putForwardTo(start.plus(Duration.ofDays(7)));
        telling.tell();
        assertThat(to(city.member(3))).as("it is over").hasSize(3);
    }

    @Test
    @DisplayName("about a matter that is not public says nothing of it")
    void nonPublic() throws Exception {
        city.begun(false);
        telling.tell();

        assertThat(to(city.member(1)))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail))
                        .contains("Nichtöffentliches Umlaufverfahren")
                        .doesNotContain("Zacharias")
                        .doesNotContain("Pumpen")
                        .doesNotContain("Wasser steigt"));
    }

    @Test
    @DisplayName("is not sent once it was withdrawn")
    void withdrawn() throws Exception {
        var id = city.begun(true);
        Acting.as(city.city.chair(), () -> conduct.withdraw(id, "Das Wasser ist gefallen."));
        telling.tell();

        assertThat(to(city.member(1))).isEmpty();
    }
}
