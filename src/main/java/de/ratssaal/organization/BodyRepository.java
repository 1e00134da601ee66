package de.ratssaal.organization;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BodyRepository extends Repository<Body, BodyId> {

    Body saveAndFlush(Body body);

    Optional<Body> findById(BodyId id);
}
