package de.ratssaal.paper;

import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.OrganizationId;

/** What has to be true before a paper is put on an agenda. Implementations are Spring beans of modules that know more. */
public interface AgendaGuard {

    /**
     * @param organization whose agenda it is
     * @throws RuleViolation if the rules do not let it stand there yet
     */
    void requireMayBeOnAgenda(PaperId paper, OrganizationId organization);
}
