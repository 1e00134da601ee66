package de.ratssaal.workflow;

import de.ratssaal.paper.PaperId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaperProcessRepository extends Repository<PaperProcess, ProcessId> {

    PaperProcess saveAndFlush(PaperProcess process);

    /** The way of the paper that has not come to its end. For acts: they queue here, and each sees what the one before did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PaperProcess p where p.paper = :paper and p.endedAt is null")
    Optional<PaperProcess> findForAct(PaperId paper);

    /** Identifier of the way of the paper that has not come to its end. */
    @Query("select p.id from PaperProcess p where p.paper = :paper and p.endedAt is null")
    Optional<ProcessId> findRunning(PaperId paper);

    /** Whether a way of the paper is in this state. */
    @Query("select count(p) > 0 from PaperProcess p where p.paper = :paper and p.state = :state")
    boolean isIn(PaperId paper, ProcessState state);

    @Query("select p from PaperProcess p where p.paper = :paper order by p.begunAt desc")
    List<PaperProcess> findAll(PaperId paper);
}
