/** What inputs and response properties that page are called, written as `plainName` makes them. */

export const limitName =
  /^(?:limit|maxlimit|perpage|pagesize|maxpagesize|maxresults|maxitems|maxnum|maxrecords|maxreturn|count|size|top|rows|rowcount|rowsperpage|resultsperpage|itemsperpage|recordsperpage|hitsperpage|resultsize|pagelimit|first|batchsize|numresults|numberofresults|noofrecords|take|length|max)$/;

export const cursorName =
  /^(?:after|cursor|pagetoken|nextpagetoken|startcursor|startingafter|nexttoken|continuation|continuationtoken|paginationtoken|paginationcursor|pagecursor|pageafter|pageinfo|pagekey|pagestate|bookmark|marker|nextmarker|scrollid|scrollparam|nextcursor|batchtoken|skiptoken|cursormark|startkey|exclusivestartkey|nextkey|searchafter|resumetoken|position)$/;

/** Says which page comes first by itself, so it is a cursor only when the answer names the next one. */
export const mayBeCursor = /^(?:offset|page|nextpage|start|next|startid|nextid|pageid|pageoffset)$/;

export const keysetName =
  /^(?:sinceid|afterid|startafter|startafterid|startingafterid|lastid|lastseenid|minid|idafter|idgt|idgreaterthan|greaterthanid|fromid)$/;

/** The other way round: records up to an id, the newest first. */
export const downwardName =
  /^(?:maxid|beforeid|untilid|endbefore|endbeforeid|idbefore|idlessthan|idlt|lessthanid)$/;

export const pageName = /^(?:page|pagenumber|pageno|pagenum|pagenr|currentpage|pageindex)$/;

export const offsetName =
  /^(?:offset|skip|start|startat|startindex|startposition|startrow|startrecord|startoffset|pageoffset|from|firstresult|rowoffset|recordoffset|recordstart)$/;

export const nextName =
  /^(?:after|next|nextcursor|nextpagecursor|nextpagetoken|nexttoken|nextpage|nextpageid|nextpagekey|cursor|endcursor|startingafter|continuation|continuationtoken|nextmarker|marker|scrollid|scrollparam|bookmark|offset|nextoffset|pagekey|pagetoken|nextid|nextkey|nextbatchtoken|nextstart|nextposition|cursormark|nextcursormark|nextsearchafter|nextpagestate|start)$/;

export const nextLinkName =
  /^(?:next|nextlink|odatanextlink|nextpage|nextpageur[il]|nextpagelink|nextur[il]|nexthref|nextrecordsurl|href|linknext)$/;

export const hasMoreName =
  /^(?:hasmore|hasnext|hasnextpage|more|moreitems|morerecords|hasmorerecords|hasmoreitems|hasmorepages|moreitemsincollection|moreresults|hasmoreresults|ismoredata)$/;

/** The other way round: true on the last page. */
export const isLastName = /^(?:islast|islastpage|lastpage|last|done|iscomplete)$/;

export const totalName =
  /^(?:total|totalcount|totalresults|totalitems|totalrecords|totalrows|totalrowcount|totalsize|totalelements|totalhits|itemstotal|itemcount|recordcount|numfound|odatacount|recordsetcount|totalnumber|count|resultcount)$/;

export const pageCountName =
  /^(?:totalpages|pages|pagecount|pagestotal|numpages|numberofpages|lastpage|pagetotal|minimumpagesremaining)$/;
