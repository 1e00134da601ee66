package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with municipalities and their terms of office. */
@Service
@Transactional
public class BodyAdministration {

    private final BodyRepository bodies;
    private final JdbcClient database;
    private final CouncilMemory memory;
    private final ApplicationEventPublisher events;
    private final Access access;

    BodyAdministration(
            BodyRepository bodies,
            JdbcClient database,
            CouncilMemory memory,
            ApplicationEventPublisher events,
            Access access) {
        this.bodies = bodies;
        this.database = database;
        this.memory = memory;
        this.events = events;
        this.access = access;
    }

    public void found(BodyId id, BodyDetails details) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        memory.changed();
        Constraints.refuse(() -> bodies.saveAndFlush(new Body(id, details)));
    }

    public void change(BodyId id, BodyDetails details) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        memory.changed();
        var body = find(id);
        body.change(details);
        Constraints.refuse(() -> bodies.saveAndFlush(body));
    }

    /** @throws Refusal if it overlaps another term of the body */
    public void addTerm(LegislativeTerm term) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        memory.changed();
        Constraints.refuse(() -> database.sql("""
                        insert into organization_term (id, body_id, name, first_day, last_day) values (?, ?, ?, ?, ?)
                        """)
                .params(term.id().value(), term.body().value(), term.name(), term.firstDay(), term.lastDay())
                .update());
        events.publishEvent(new LegislativeTermAdded(term));
    }

    @Transactional(readOnly = true)
    public BodyDetails details(BodyId id) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return find(id).details();
    }

    private Body find(BodyId id) {
        return bodies.findById(id).orElseThrow(() -> new NoSuchElementException("body " + id));
    }
}
