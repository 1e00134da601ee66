package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who belongs to which organization, when, and by which rules it meets. Names and memberships are public. */
@Service
public class Councils {

    Councils() {}

    /** All municipalities, by name. */
    public List<BodySummary> bodies() {
        throw new UnsupportedOperationException();
    }

    public BodySummary body(BodyId id) {
        throw new UnsupportedOperationException();
    }

    /** All organizations of a body, councils first, then by name. */
    public List<OrganizationSummary> organizations(BodyId body) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public OrganizationSummary organization(OrganizationId id) {
        throw new UnsupportedOperationException();
    }

    /** Everybody with a membership on that day, sorted by name. */
    public List<MemberSummary> members(OrganizationId organization, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** The membership of one person on that day. */
    public Optional<MemberSummary> member(OrganizationId organization, PersonId person, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Organizations in which the person has a membership on that day. */
    public List<OrganizationSummary> organizationsOf(PersonId person, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Full name of a person, as shown. */
    public String nameOf(PersonId person) {
        throw new UnsupportedOperationException();
    }

    public RulesOfProcedure rules(OrganizationId organization) {
        throw new UnsupportedOperationException();
    }
}
