package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrganizationRepository extends Repository<Organization, OrganizationId> {

    Organization saveAndFlush(Organization organization);

    Optional<Organization> findById(OrganizationId id);

    /** For changes that count its members: they queue here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Organization o where o.id = :id")
    Optional<Organization> findForAct(OrganizationId id);
}
