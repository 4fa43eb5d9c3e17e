@Deprecated
package attack;
