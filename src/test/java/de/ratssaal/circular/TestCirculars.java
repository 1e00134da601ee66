package de.ratssaal.circular;

import static de.ratssaal.paper.TestPapers.as;

import de.ratssaal.Acting;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.voting.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** A council of five whose secretariat begins circular resolutions. */
public final class TestCirculars {

    public static final String WORDING = "Die Stadt mietet drei Pumpen.";
    public static final String SECRET = "Grundstück Zacharias";

    public final TestPapers papers;
    public final TestCouncil city;
    private final ApplicationContext context;

    public TestCirculars(ApplicationContext context) {
        this.context = context;
        papers = new TestPapers(context);
        city = papers.city;
    }

    public PersonId member(int number) {
        return city.members().get(number);
    }

    public List<PersonId> members() {
        return city.members();
    }

    /** Ends in six days. */
    public Instant end() {
        return context.getBean(Clock.class).instant().plus(Duration.ofDays(6));
    }

    public CircularStart start(boolean isPublic) {
        return new CircularStart(
                city.council(),
                null,
                isPublic ? "Pumpen gegen das Hochwasser" : SECRET,
                WORDING,
                "Das Wasser steigt.",
                isPublic,
                null,
                end());
    }

    public CircularId begun(boolean isPublic) {
        return begun(start(isPublic));
    }

    public CircularId begun(CircularStart start) {
        var id = CircularId.next();
        as(papers.clerk, () -> context.getBean(CircularConduct.class).begin(id, start));
        return id;
    }

    public void answers(CircularId id, PersonId person, boolean agrees, Choice choice) {
        Acting.as(person, () -> context.getBean(CircularAnswering.class).answer(id, agrees, choice));
    }

    public void endsNow(CircularId id) {
        context.getBean(EndCirculars.class).endAllDue();
    }

    /** All agree and vote yes, and it is counted. */
    public CircularId adopted(boolean isPublic) {
        var id = begun(isPublic);
        members().forEach(it -> answers(id, it, true, Choice.YES));
        Acting.as(city.chair(), () -> context.getBean(CircularConduct.class).close(id));
        return id;
    }
}
