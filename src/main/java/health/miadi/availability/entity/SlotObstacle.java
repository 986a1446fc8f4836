package health.miadi.availability.entity;

import org.jspecify.annotations.Nullable;

/**
 * One thing that stands in the way of a start.
 *
 * @param time when it is, buffers included, or null: it has no time of its own
 */
public record SlotObstacle(ObstacleKind kind, @Nullable Interval time) {}
