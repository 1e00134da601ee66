package de.ratssaal.meeting;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingRepository extends Repository<Meeting, MeetingId> {

    Meeting save(Meeting meeting);

    Meeting saveAndFlush(Meeting meeting);

    Optional<Meeting> findById(MeetingId id);

    /** For the acts of a running meeting: they queue here, and each sees what the one before did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Meeting m where m.id = :id")
    Optional<Meeting> findForAct(MeetingId id);

    @Query("""
            select m from Meeting m left join fetch m.items where m.organization.value in :organizations
            and m.startsAt >= :from and m.startsAt < :to order by m.startsAt
            """)
    List<Meeting> findCalendar(Collection<UUID> organizations, Instant from, Instant to);

    @Query("select m from Meeting m where m.startsAt >= :from and m.startsAt < :to order by m.startsAt")
    List<Meeting> findBetween(Instant from, Instant to);

    /** As {@link #findForAct}, before the meeting is read: what is read afterwards holds until the commit. */
    @Query(nativeQuery = true, value = """
            select m.id from meeting_meeting m join meeting_agenda_item i on i.meeting_id = m.id
            where i.id = :item for update of m
            """)
    Optional<UUID> hold(UUID item);

    @Query("select m from Meeting m join m.items i where i.id = :item")
    Optional<Meeting> findByItem(AgendaItemId item);
}
