package de.ratssaal.support;

import java.util.UUID;

/**
 * What is supported.
 *
 * @param id of the motion, amendment, item or paper
 */
public record Subject(SupportKind kind, UUID id) {}
