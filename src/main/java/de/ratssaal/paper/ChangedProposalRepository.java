package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChangedProposalRepository extends Repository<ChangedProposal, AgendaItemId> {

    ChangedProposal save(ChangedProposal changed);

    Optional<ChangedProposal> findById(AgendaItemId item);

    void delete(ChangedProposal changed);
}
