package de.ratssaal.workflow;

import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperType;
import java.time.Instant;
import java.util.UUID;

/**
 * What was laid down for papers of one kind in one body.
 *
 * @param version counted from 1; a paper goes its way by the version with which it began
 * @param definedBy name of who laid it down
 */
public record ProcessDefinition(
        UUID id, BodyId body, PaperType type, int version, ProcessDesign design, String definedBy, Instant definedAt) {}
