/** Names of the moment of a record's last change: `updatedAt`, `updated_at`, `UPDATED_AT`, `modifiedOn`. */
export const updatedName =
  /^(?:last_?)?(?:updated|modified|changed|edited)(?:_?(?:at|on|date|time|datetime|since|after|from))?(?:_?(?:asc|desc|gte?|min|since|after))?$/i;
