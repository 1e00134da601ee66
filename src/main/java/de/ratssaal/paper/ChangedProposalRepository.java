package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangedProposalRepository extends Repository<ChangedProposal, AgendaItemId> {

    ChangedProposal save(ChangedProposal changed);

    Optional<ChangedProposal> findById(AgendaItemId item);

    @Query("select c from ChangedProposal c where c.paper = :paper order by c.changedAt")
    List<ChangedProposal> findByPaper(PaperId paper);

    void delete(ChangedProposal changed);
}
