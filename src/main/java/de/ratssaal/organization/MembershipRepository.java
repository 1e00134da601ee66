package de.ratssaal.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, MembershipId> {

    Membership saveAndFlush(Membership membership);

    Optional<Membership> findById(MembershipId id);

    /** Memberships that would last longer than the organization. */
    @Query("""
            select m from Membership m where m.organization.value = :organization and m.firstDay <= :day
            and (m.lastDay is null or m.lastDay > :day)
            """)
    List<Membership> findBeyond(UUID organization, LocalDate day);
}
