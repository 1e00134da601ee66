package de.ratssaal.amendment;

import de.ratssaal.paper.PaperId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AmendmentRepository extends Repository<Amendment, AmendmentId> {

    Amendment saveAndFlush(Amendment amendment);

    Optional<Amendment> findById(AmendmentId id);

    /** For changes: they queue here, and each sees what the one before did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Amendment a where a.id = :id")
    Optional<Amendment> findForAct(AmendmentId id);

    @Query("select a.paper from Amendment a where a.id = :id")
    Optional<PaperId> paperOf(AmendmentId id);

    /** In the order in which they were handed in, drafts last. */
    @Query("select a from Amendment a where a.paper = :paper order by a.number nulls last, a.writtenAt")
    List<Amendment> findByPaper(PaperId paper);

    void delete(Amendment draft);
}
