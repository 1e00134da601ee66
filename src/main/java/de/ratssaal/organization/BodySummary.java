package de.ratssaal.organization;

import java.time.ZoneId;

/**
 * A municipality.
 *
 * @param name such as {@code Stadt Lindenau}
 * @param shortName such as {@code Lindenau}
 * @param zone in which its times are shown
 * @param contact address, telephone and mail, one per line, as printed on letters
 */
public record BodySummary(BodyId id, String name, String shortName, ZoneId zone, String contact) {}
