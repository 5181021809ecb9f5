/** The table of services and how one of them becomes a process. */
@NullMarked
package news.platform.local.service;

import org.jspecify.annotations.NullMarked;
