package de.ratssaal.support;

import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A motion that members bring in as a paper, with those who stand behind it before it is put on an agenda.
 *
 * @param organization whose agenda it waits for
 * @param voters who may stand behind it
 * @param movers whoever brought it in: they stand behind it as long as it is there
 * @param source where the number stands that is needed
 * @param isOpen whether it is on no agenda yet; in the meeting members stand behind it there
 * @param me whoever looks, if they may stand behind it
 * @param mayEnter whether whoever looks enters others
 */
public record BackedPaper(
        OrganizationId organization,
        List<MemberSummary> voters,
        Set<PersonId> movers,
        SupportCount count,
        LegalSource source,
        boolean isOpen,
        @Nullable PersonId me,
        boolean mayEnter) {

    public BackedPaper {
        voters = List.copyOf(voters);
        movers = Set.copyOf(movers);
    }
}
