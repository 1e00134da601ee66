package de.ratssaal.document;

import java.util.UUID;

/**
 * Who may read and change the files of one kind of owner. Implemented, as a bean, by the module in which the owner lives.
 *
 * <p>It is asked at every single access. An owner that does not exist, or that is none of the caller's business, is
 * answered with {@code false}.
 */
public interface FileAccess {

    /** The kind this answers for, as in {@link FileOwner#kind()}. */
    String ownerKind();

    /**
     * Whether whoever acts now ({@code Access}) may read files of this owner.
     *
     * @param isPublic true asks for the owner's public files, false for its non-public ones
     */
    boolean mayRead(UUID owner, boolean isPublic);

    /** Whether whoever acts now may add, replace, remove and publish files of this owner in its present state. */
    boolean mayChange(UUID owner);

    /**
     * Whether whoever acts now may take public files of this owner back from the public. That can be open to them when the
     * owner's files stand as they are otherwise.
     */
    default boolean mayWithhold(UUID owner) {
        return mayChange(owner);
    }

    /**
     * Whether the owner lies before the public now, so that its public files may be shown to everybody. Asked without
     * regard to who acts.
     */
    boolean isPublished(UUID owner);
}
