package de.ratssaal.paper;

import de.ratssaal.organization.BodyId;
import java.time.Instant;

/**
 * A template in one of its versions. A paper keeps the version with which it was begun until it is switched over.
 *
 * @param version counted from 1; 0 stands for papers that were written before there were templates
 */
public record PaperTemplate(
        BodyId body, PaperType type, int version, TemplateDesign design, String changedBy, Instant changedAt) {}
