package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaperRepository extends Repository<Paper, PaperId> {

    Paper save(Paper paper);

    Paper saveAndFlush(Paper paper);

    Optional<Paper> findById(PaperId id);

    /** For changes: they queue here, and each sees what the one before did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Paper p where p.id = :id")
    Optional<Paper> findForAct(PaperId id);

    @Query("select p from Paper p join p.consultations c where c.item = :item order by p.year, p.number")
    List<Paper> findByItem(AgendaItemId item);

    @Query("select c from Paper p join p.consultations c where p.id = :id")
    List<Consultation> findStations(PaperId id);

    /** Papers with a station of the organization that stands on no agenda. */
    @Query("""
            select distinct p from Paper p join p.consultations c
            where c.organization.value = :organization and c.item is null
            """)
    List<Paper> findWaitingFor(UUID organization);

    @Query("select distinct p.id from Paper p join p.consultations c where c.meeting = :meeting")
    List<PaperId> findIdsByMeeting(MeetingId meeting);
}
