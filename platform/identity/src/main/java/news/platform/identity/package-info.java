/**
 * Who this process is and who is at the other end of a connection: certificates of one authority whose DNS name is a
 * service's. Every connection inside the platform is by mutual TLS; nothing here can turn that off.
 */
@NullMarked
package news.platform.identity;

import org.jspecify.annotations.NullMarked;
