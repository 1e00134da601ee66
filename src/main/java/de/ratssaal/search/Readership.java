package de.ratssaal.search;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperContents;
import de.ratssaal.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever acts may find, found out at the moment of asking. */
@Component
class Readership {

    private static final Role[] DECIDING = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER};

    private final Access access;
    private final Councils councils;
    private final PaperContents papers;
    private final JdbcClient database;

    Readership(Access access, Councils councils, PaperContents papers, JdbcClient database) {
        this.access = access;
        this.councils = councils;
        this.papers = papers;
        this.database = database;
    }

    /**
     * What somebody may find.
     *
     * @param audiences to which they belong
     * @param asked papers on which they are asked to act
     */
    record Reach(List<Integer> audiences, List<UUID> asked) {

        boolean isNone() {
            return audiences.isEmpty() && asked.isEmpty();
        }
    }

    /** @throws org.springframework.security.access.AccessDeniedException if nobody is signed in */
    Reach ofWhoActs() {
        var who = access.require();
        var roles = access.held();
        var held = new HashSet<>(roles);
        var person = who.person();
        // who is named in an organization is meant as a member who decides there, not as one who only advises by now
        Predicate<OrganizationId> decides = it -> Audience.of(it, DECIDING).isOpenTo(roles);
        if (person != null) {
            councils.organizationsOf(person).forEach(it -> {
                held.addAll(Audience.person(person, it.body()).tokens());
                if (decides.test(it.id())) {
                    held.addAll(Audience.person(person, it.id()).tokens());
                }
            });
        }
        return new Reach(
                database.sql("select id from search_audience where tokens && cast(:held as text[]) order by id")
                        .param("held", held.toArray(String[]::new))
                        .query((row, number) -> row.getInt("id"))
                        .list(),
                papers.askedOfWhoActs().stream().map(PaperId::value).toList());
    }
}
